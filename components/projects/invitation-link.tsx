"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type InvitationLinkProps = {
  readonly invitation: {
    readonly email: string;
    readonly link: string;
    readonly expiresAt: string;
  } | null;
  readonly onClose: () => void;
};

/** An invitation's link, to be copied now: it is not kept anywhere in readable form. */
export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const format = useFormatter();
  const [state, setState] = useState<"new" | "copied" | "refused">("new");
  const box = useRef<HTMLDivElement>(null);

  async function copy(link: string) {
    // Over plain http the clipboard is closed to pages; selecting helps to copy by hand.
    const copied = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(link))
      .then(
        () => true,
        () => false,
      );
    if (!copied) box.current?.querySelector("input")?.select();
    setState(copied ? "copied" : "refused");
  }

  function close() {
    setState("new");
    onClose();
  }

  if (invitation === null) return null;
  const { email, link, expiresAt } = invitation;
  const date = format.dateTime(new Date(expiresAt), { dateStyle: "long" });
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t("invited_title")}
      description={t("invited_text", { email, date })}
      closeLabel={common("close")}
    >
      <div ref={box} className="flex flex-col gap-3 pt-2">
        <TextField
          label={t("link")}
          value={link}
          readOnly
          onFocus={(event) => event.target.select()}
          className="font-mono text-[13px]"
        />
        {state === "refused" && (
          <Notice tone="attention">{t("copy_failed")}</Notice>
        )}
        <div className="flex items-center justify-end gap-3">
          <span role="status" className="text-green">
            {state === "copied" && t("copied")}
          </span>
          <Button variant="primary" onClick={() => void copy(link)}>
            {t("copy")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
