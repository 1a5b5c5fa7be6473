"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { TermView } from "@/core/glossary/term";
import { updateTerm } from "@/server/actions/glossary";
import { readTermFields, TermFields } from "./term-fields";

type EditTermFormProps = {
  readonly term: TermView;
  readonly canApprove: boolean;
  readonly onChanged: (term: TermView) => void;
  readonly onCancel: () => void;
};

/** Changes a term; what was typed stays until it is stored. */
export function EditTermForm({
  term,
  canApprove,
  onChanged,
  onCancel,
}: EditTermFormProps) {
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  const { isBusy, submit, error, errorOf } = useAction(updateTerm);

  async function handleSubmit(values: FormData) {
    const entry = readTermFields(values, canApprove, term.status);
    // The pinyin of the old characters is no pinyin of the new ones.
    const isStale =
      entry.source !== term.source && entry.pinyin === term.pinyin;
    const outcome = await submit({
      termId: term.id,
      ...entry,
      pinyin: isStale ? "" : entry.pinyin,
    });
    if (outcome.ok) onChanged(outcome.value);
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex flex-col gap-3"
    >
      {term.status === "approved" && !canApprove && (
        <Notice tone="attention">{t("edit_warning")}</Notice>
      )}
      <TermFields
        initial={term}
        canApprove={canApprove}
        errorOf={errorOf}
        focus="target"
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {common("save")}
        </Button>
      </div>
    </Form>
  );
}
