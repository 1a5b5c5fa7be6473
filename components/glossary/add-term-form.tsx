"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { useAction } from "@/components/ui/use-action";
import type { TermView } from "@/core/glossary/term";
import { addTerm } from "@/server/actions/glossary";
import { readTermFields, TermFields } from "./term-fields";

type AddTermFormProps = {
  readonly projectId: string;
  /** The Chinese to begin with, such as what is selected in a source. */
  readonly source?: string;
  /** Lets the term be added as approved. */
  readonly canApprove?: boolean;
  readonly onAdded: (term: TermView) => void;
  readonly onCancel: () => void;
};

/** Adds a term to a project's glossary; what was typed stays until it is stored. */
export function AddTermForm({
  projectId,
  source = "",
  canApprove = false,
  onAdded,
  onCancel,
}: AddTermFormProps) {
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  const { isBusy, submit, error, errorOf } = useAction(addTerm);
  const initial = {
    source,
    target: "",
    pinyin: "",
    note: "",
    status: "proposed",
    category: "term",
  } as const;

  async function handleSubmit(values: FormData) {
    const outcome = await submit({
      projectId,
      ...readTermFields(values, canApprove, "proposed"),
    });
    if (outcome.ok) onAdded(outcome.value);
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex flex-col gap-3"
    >
      <TermFields
        initial={initial}
        canApprove={canApprove}
        errorOf={errorOf}
        focus={source === "" ? "source" : "target"}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {t("add_save")}
        </Button>
      </div>
    </Form>
  );
}
