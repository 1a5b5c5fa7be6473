"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Confirm } from "@/components/ui/confirm";
import { TextArea } from "@/components/ui/field";
import { textOf } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import type { EditionItem } from "@/core/editions/views";
import { withdrawEdition } from "@/server/actions/editions";

type WithdrawEditionProps = {
  readonly edition: Pick<EditionItem, "id" | "number">;
  readonly className: string;
};

/** Withdraws an edition for a reason that stands at its address from then on. */
export function WithdrawEdition({ edition, className }: WithdrawEditionProps) {
  const t = useTranslations("editions.publish.withdraw");
  const common = useTranslations("common");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, submit, error, errorOf, clear } = useAction(withdrawEdition);
  const { id, number } = edition;

  async function handleConfirm(values: FormData) {
    const outcome = await submit({
      editionId: id,
      reason: textOf(values, "reason"),
    });
    if (!outcome.ok) return;
    setOpen(false);
    toast.success(t("done", { number }));
    router.refresh();
  }

  return (
    <>
      <button
        type="button"
        className={className}
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        {t("button")}
        <span className="sr-only"> {t("edition", { number })}</span>
      </button>
      <Confirm
        open={isOpen}
        onOpenChange={setOpen}
        title={t("title", { number })}
        description={t("text")}
        closeLabel={common("close")}
        cancelLabel={common("cancel")}
        confirmLabel={t("confirm", { number })}
        isBusy={isBusy}
        error={error}
        onConfirm={(values) => void handleConfirm(values)}
      >
        <TextArea
          label={t("reason")}
          hint={t("reason_hint")}
          name="reason"
          lang="en"
          rows={3}
          maxLength={1000}
          required
          error={errorOf("reason")}
        />
      </Confirm>
    </>
  );
}
