"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Select, TextField } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import { DRAFT_DAYS, type DraftLinkItem } from "@/core/editions/views";
import { shareDraft } from "@/server/actions/editions";
import { DraftLinkEntry } from "./draft-link-entry";

type DraftLinksProps = {
  readonly documentId: string;
  readonly links: readonly DraftLinkItem[];
};

const USUAL_DAYS = DRAFT_DAYS[1];

/** Links with which the draft can be read without an account: made, shown once, taken back. */
export function DraftLinks({ documentId, links }: DraftLinksProps) {
  const t = useTranslations("editions.publish.drafts");
  const common = useTranslations("common");
  const format = useFormatter();
  const router = useRouter();
  const { isBusy, submit, error, errorOf } = useAction(shareDraft);
  const [made, setMade] = useState<{
    readonly link: string;
    readonly expiresAt: string;
  } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // A new key empties the form once what was typed has done its work.
  const [round, setRound] = useState(0);

  async function handleSubmit(values: FormData) {
    const days = Number(textOf(values, "days"));
    const outcome = await submit({
      documentId,
      label: textOf(values, "label"),
      days: DRAFT_DAYS.find((known) => known === days) ?? USUAL_DAYS,
    });
    if (!outcome.ok) return;
    setMade(outcome.value);
    setRound(round + 1);
    router.refresh();
  }

  return (
    <div ref={box} className="flex flex-col gap-4">
      <p className="text-[13px] text-ink-2">{t("text")}</p>
      <Form
        key={round}
        error={error}
        onSubmit={(values) => void handleSubmit(values)}
        className="flex flex-col gap-3"
      >
        <TextField
          label={t("label")}
          name="label"
          placeholder={t("label_example")}
          maxLength={200}
          autoComplete="off"
          error={errorOf("label")}
        />
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <Select label={t("days")} name="days" defaultValue={USUAL_DAYS}>
              {DRAFT_DAYS.map((days) => (
                <option key={days} value={days}>
                  {t("days_count", { days })}
                </option>
              ))}
            </Select>
          </div>
          <Button type="submit" busy={isBusy}>
            {t("share")}
          </Button>
        </div>
      </Form>
      {links.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {links.map((link) => (
            <DraftLinkEntry
              key={link.id}
              link={link}
              onRevoked={() => box.current?.querySelector("input")?.focus()}
            />
          ))}
        </ul>
      )}
      {made !== null && (
        <Dialog
          open
          onOpenChange={() => setMade(null)}
          title={t("made_title")}
          description={t("made_text", {
            date: format.dateTime(new Date(made.expiresAt), {
              dateStyle: "long",
            }),
          })}
          closeLabel={common("close")}
        >
          <div className="pt-2">
            <CopyField
              label={t("link")}
              value={made.link}
              copyLabel={t("copy")}
              copiedLabel={t("copied")}
              refusedLabel={t("copy_refused")}
            />
          </div>
        </Dialog>
      )}
    </div>
  );
}
