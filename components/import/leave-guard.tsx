"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Warns before corrections are left behind: the browser asks when the tab closes, we when a link is followed. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const t = useTranslations("import");
  const common = useTranslations("common");
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!active) return;
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const handleClick = (event: MouseEvent) => {
      const href = pageOf(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener("beforeunload", handleUnload);
    document.addEventListener("click", handleClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", handleUnload);
      document.removeEventListener("click", handleClick, { capture: true });
    };
  }, [active]);

  return (
    <Dialog
      open={target !== null}
      onOpenChange={(open) => !open && setTarget(null)}
      title={t("leave_title")}
      description={t("leave_text")}
      closeLabel={common("close")}
    >
      <div className="flex justify-end gap-2 pt-2">
        <Button onClick={() => setTarget(null)}>{t("stay")}</Button>
        <Button
          variant="danger"
          onClick={() => target !== null && router.push(target)}
        >
          {t("leave")}
        </Button>
      </div>
    </Dialog>
  );
}

/** The page of ours that a click leads to in this tab; null for any other click. */
function pageOf(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey
  )
    return null;
  const link =
    event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (
    !(link instanceof HTMLAnchorElement) ||
    link.target === "_blank" ||
    link.origin !== location.origin
  )
    return null;
  const isHere =
    link.pathname === location.pathname && link.search === location.search;
  return isHere ? null : link.pathname + link.search + link.hash;
}
