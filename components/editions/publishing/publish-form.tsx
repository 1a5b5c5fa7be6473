"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Form, textOf } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { PublishingView } from "@/core/editions/views";
import { publishEdition } from "@/server/actions/editions";
import { countSeverities } from "./sort-findings";
import { useUnsavedDetails } from "./unsaved-details";
import { useOrigin } from "./use-origin";

type PublishFormProps = {
  readonly view: PublishingView;
  readonly onPublished: (slug: string, number: number) => void;
  readonly onCancel: () => void;
};

const MEANS = ["frozen", "address", "mistakes"] as const;

/** What changed since the last edition, and what publishing means, before it is done. */
export function PublishForm({ view, onPublished, onCancel }: PublishFormProps) {
  const t = useTranslations("editions.publish");
  const common = useTranslations("common");
  const router = useRouter();
  const origin = useOrigin();
  const { isUnsaved } = useUnsavedDetails();
  const { isBusy, submit, error, errorOf } = useAction(publishEdition);
  const { nextNumber: number, details, documentId } = view;
  const counts = countSeverities(view.counts);
  const open = counts.error + counts.warning;

  async function handleSubmit(values: FormData) {
    const outcome = await submit({
      documentId,
      number,
      changes: textOf(values, "changes"),
    });
    // Someone else may have published or changed it meanwhile: the page behind shows it either way.
    router.refresh();
    if (outcome.ok) onPublished(outcome.value.slug, outcome.value.number);
  }

  return (
    <Form
      error={error}
      onSubmit={(values) => void handleSubmit(values)}
      className="flex flex-col gap-4 pt-2"
    >
      {number > 1 && (
        <TextArea
          label={t("changes", { number: number - 1 })}
          hint={t("changes_hint")}
          name="changes"
          lang="en"
          rows={4}
          maxLength={5000}
          required
          error={errorOf("changes")}
        />
      )}
      {isUnsaved && <Notice tone="attention">{t("unsaved_details")}</Notice>}
      {open > 0 && (
        <Notice tone="attention">{t("open_findings", { count: open })}</Notice>
      )}
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-2 marker:text-ink-3">
        {MEANS.map((what) => (
          <li key={what}>
            {t.rich(`means.${what}`, {
              number,
              address: () => (
                <span className="text-ink [overflow-wrap:anywhere]">
                  {`${origin}/e/${details.slug}/${number}`}
                </span>
              ),
              b: (words: ReactNode) => (
                <strong className="font-semibold text-ink">{words}</strong>
              ),
            })}
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {t(isBusy ? "publishing" : "publish", { number })}
        </Button>
      </div>
    </Form>
  );
}
