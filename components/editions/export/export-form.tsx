"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ExportOptions } from "@/core/export/options";
import { ExportOutcome } from "./export-outcome";
import { ExportReadiness } from "./export-readiness";
import { FormatChoice } from "./format-choice";
import { LayoutChoice } from "./layout-choice";
import { OptionFields } from "./option-fields";
import { PreviewPane } from "./preview-pane";
import { hasOption, relevantChoice } from "./relevant-choice";
import { SourceField } from "./source-field";
import { useExport } from "./use-export";
import { useExportChoice } from "./use-export-choice";
import { useIsWide } from "./use-is-wide";
import { usePreview } from "./use-preview";
import { useSummary } from "./use-summary";

type ExportFormProps = {
  /** The address of the document. */
  readonly document: string;
  /** What is chosen first: an edition, or null for the draft. */
  readonly editionId: string | null;
  readonly onClose: () => void;
};

/** What is exported and how, a page of it, and how far it is. */
export function ExportForm({
  document,
  editionId: initial,
  onClose,
}: ExportFormProps) {
  const text = useTranslations("editions.export");
  const common = useTranslations("common");
  const [choice, setChoice] = useExportChoice();
  const [editionId, setEditionId] = useState(initial);
  const summary = useSummary(document);
  const { work, start, cancel, forget } = useExport(document);
  const isWide = useIsWide();
  const [wantsPage, setWantsPage] = useState(false);
  const isDraft = editionId === null;
  const isCounted = typeof summary !== "string";
  const withRemarks = isDraft && isCounted && summary.can.remarks;
  const order = { choice: relevantChoice(choice, withRemarks), editionId };
  const preview = usePreview(document, isWide || wantsPage ? order : null);
  const isBusy = work.kind === "working";

  const change = (part: Partial<ExportOptions>) => {
    forget();
    setChoice({ ...choice, options: { ...choice.options, ...part } });
  };

  return (
    <form
      className="grid items-start gap-x-8 gap-y-5 pt-2 lg:grid-cols-[minmax(0,1fr)_25rem]"
      onSubmit={(event) => {
        event.preventDefault();
        void start(order);
      }}
    >
      <div className="flex min-w-0 flex-col gap-5">
        <SourceField
          editions={isCounted ? summary.editions : []}
          value={editionId}
          disabled={isBusy}
          onChange={(next) => {
            forget();
            setEditionId(next);
          }}
        />
        <FormatChoice
          value={choice.format}
          disabled={isBusy}
          onChange={(format) => {
            forget();
            setChoice({ ...choice, format });
          }}
        />
        {hasOption(choice, "layout", withRemarks) && (
          <LayoutChoice
            value={choice.options.layout}
            disabled={isBusy}
            onChange={(layout) => change({ layout })}
          />
        )}
        <OptionFields
          choice={choice}
          withRemarks={withRemarks}
          disabled={isBusy}
          onChange={change}
        />
        {isDraft && (
          <ExportReadiness view={summary} notesAddress={`${document}/notes`} />
        )}
      </div>
      <div className="min-w-0 lg:sticky lg:top-0">
        {isWide || wantsPage ? (
          <PreviewPane state={preview} />
        ) : (
          <Button onClick={() => setWantsPage(true)}>
            {text("preview.show")}
          </Button>
        )}
      </div>
      <div className="sticky -bottom-5 z-1 -mx-5 -mb-5 flex flex-col gap-2 rounded-b-lg border-t border-line bg-paper-raised px-5 py-3 lg:col-span-2">
        <ExportOutcome work={work} />
        <div className="flex justify-end gap-2">
          {isBusy ? (
            <Button key="cancel" variant="quiet" onClick={cancel}>
              {text("cancel")}
            </Button>
          ) : (
            <Button key="close" variant="quiet" onClick={onClose}>
              {common("close")}
            </Button>
          )}
          <Button type="submit" variant="primary" busy={isBusy}>
            {!isBusy && <Download aria-hidden className="size-4" />}
            {text(isBusy ? "exporting" : "export")}
          </Button>
        </div>
      </div>
    </form>
  );
}
