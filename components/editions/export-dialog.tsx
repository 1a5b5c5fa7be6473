"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { EXPORT_LAYOUTS, type ExportFormat } from "@/core/editions/edition";
import { Choice } from "./choice";
import { download, type Downloaded } from "./download";
import { ExportReadiness } from "./export-readiness";
import { LayoutSketch } from "./layout-sketch";
import { useExportChoice } from "./use-export-choice";

type ExportDialogProps = {
  readonly projectId: string;
  readonly documentId: string;
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

/** Exports a document: format, layout, and what is missing, before anything is written. */
export function ExportDialog({
  projectId,
  documentId,
  title,
  open,
  onOpenChange,
}: ExportDialogProps) {
  const text = useTranslations("editions");
  const common = useTranslations("common");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={text("title")}
      description={title}
      closeLabel={common("close")}
    >
      <ExportForm
        address={`/projects/${projectId}/documents/${documentId}/export`}
        notesAddress={`/projects/${projectId}/documents/${documentId}/notes`}
        onCancel={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

// The most wanted first.
const FORMATS: readonly ExportFormat[] = ["docx", "html", "markdown"];

type ExportFormProps = {
  readonly address: string;
  readonly notesAddress: string;
  readonly onCancel: () => void;
};

type Work = Downloaded | "at rest" | "exporting" | "unreachable";

function ExportForm({ address, notesAddress, onCancel }: ExportFormProps) {
  const text = useTranslations("editions");
  const common = useTranslations("common");
  const [choice, change] = useExportChoice();
  const [work, setWork] = useState<Work>("at rest");
  const abort = useRef<AbortController | null>(null);
  const isBusy = work === "exporting";

  // Closing the dialog gives up the export.
  useEffect(() => () => abort.current?.abort(), []);

  async function handleExport() {
    const current = new AbortController();
    abort.current = current;
    setWork("exporting");
    const query = new URLSearchParams(choice);
    try {
      setWork(await download(`${address}?${query}`, current.signal));
    } catch {
      if (!current.signal.aborted) setWork("unreachable");
    }
  }

  return (
    <form
      className="flex flex-col gap-4 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        void handleExport();
      }}
    >
      <Choice
        legend={text("layout")}
        name="layout"
        value={choice.layout}
        disabled={isBusy}
        onChange={(layout) => change({ layout })}
        options={EXPORT_LAYOUTS.map((value) => ({
          value,
          label: text(`layouts.${value}`),
          hint: text(`layout_hints.${value}`),
          picture: <LayoutSketch layout={value} />,
        }))}
      />
      <Choice
        legend={text("format")}
        name="format"
        value={choice.format}
        disabled={isBusy}
        onChange={(format) => change({ format })}
        options={FORMATS.map((value) => ({
          value,
          label: text(`formats.${value}`),
          hint: text(`format_hints.${value}`),
        }))}
      />
      <ExportReadiness address={address} notesAddress={notesAddress} />
      <Outcome work={work} />
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {common(typeof work === "object" && work.ok ? "close" : "cancel")}
        </Button>
        <Button type="submit" variant="primary" busy={isBusy}>
          {!isBusy && <Download aria-hidden className="size-4" />}
          {text(isBusy ? "exporting" : "export")}
        </Button>
      </div>
    </form>
  );
}

/** What became of the last export. */
function Outcome({ work }: { readonly work: Work }) {
  const text = useTranslations("editions");
  const errors = useTranslations("errors");
  if (work === "at rest" || work === "exporting") return null;
  if (work === "unreachable")
    return <Notice tone="error">{text("failed_offline")}</Notice>;
  if (work.ok)
    return (
      <Notice tone="success">
        <span className="[overflow-wrap:anywhere]">
          {text("exported", { file: work.filename })}
        </span>
      </Notice>
    );
  const key = work.error;
  return (
    <Notice tone="error">{errors(errors.has(key) ? key : "unexpected")}</Notice>
  );
}
