"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import type { DraftLinkItem } from "@/core/editions/views";
import { revokeDraft } from "@/server/actions/editions";

type DraftLinkEntryProps = {
  readonly link: DraftLinkItem;
  /** Takes the focus, which would be lost with the button. */
  readonly onRevoked: () => void;
};

/** One link to the draft, which can be taken back. */
export function DraftLinkEntry({ link, onRevoked }: DraftLinkEntryProps) {
  const t = useTranslations("editions.publish.drafts");
  const format = useFormatter();
  const router = useRouter();
  const { isBusy, submit, error } = useAction(revokeDraft);
  const name = link.label === "" ? t("nameless") : link.label;
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { dateStyle: "medium" });

  async function revoke() {
    const outcome = await submit({ linkId: link.id });
    router.refresh();
    if (!outcome.ok) return;
    toast.success(t("revoked"));
    onRevoked();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">{name}</p>
        <p className="text-[13px] text-ink-3">
          {link.createdBy === null
            ? t("until", { date: day(link.expiresAt) })
            : t("until_by", {
                date: day(link.expiresAt),
                name: link.createdBy,
              })}
        </p>
      </div>
      <Button
        variant="quiet"
        size="small"
        busy={isBusy}
        aria-label={t("revoke", { name })}
        onClick={() => void revoke()}
      >
        {t("revoke_short")}
      </Button>
      {error !== null && (
        <p role="alert" className="w-full text-[13px] text-vermilion">
          {error}
        </p>
      )}
    </li>
  );
}
