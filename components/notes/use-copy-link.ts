"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";

/** Copies the address of a note; where the browser refuses, shows it to be copied by hand. */
export function useCopyLink() {
  const t = useTranslations("notes.page");
  return async (path: string): Promise<void> => {
    const link = new URL(path, window.location.href).href;
    // Over plain http the clipboard is closed to pages.
    const isCopied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => true,
        () => false,
      );
    if (isCopied) toast.success(t("link_copied"));
    else toast(t("link_to_copy"), { description: link, duration: 30_000 });
  };
}
