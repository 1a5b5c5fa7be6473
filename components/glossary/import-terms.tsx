"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { readCsv } from "@/core/glossary/csv";
import { decodeCsv } from "@/core/glossary/csv-bytes";
import { planImport } from "@/core/glossary/import-plan";
import type { TermView } from "@/core/glossary/term";
import { importTerms } from "@/server/actions/glossary";
import { ImportPreview } from "./import-preview";

/** The largest file that is read, in bytes. */
const MAX_BYTES = 10_000_000;

/** From this length on, in characters, pasted text is put in at once. */
const LONG_PASTE = 10_000;

type ImportTermsProps = {
  readonly projectId: string;
  readonly terms: readonly TermView[];
  readonly canApprove: boolean;
  readonly onImported: () => void;
  readonly onClose: () => void;
};

/** Takes terms from a CSV file or from what is pasted, and shows what will change before anything does. */
export function ImportTerms({
  projectId,
  terms,
  canApprove,
  onImported,
  onClose,
}: ImportTermsProps) {
  const t = useTranslations("glossary");
  const common = useTranslations("common");
  const input = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState("");
  const [fileName, setFileName] = useState<string | null>(null);
  const [failure, setFailure] = useState<
    "import_unreadable" | "import_too_large" | null
  >(null);
  const { isBusy, submit, error } = useAction(importTerms);
  const given = useDeferredValue(csv);
  const file = useMemo(
    () => (given.trim() === "" ? null : readCsv(given)),
    [given],
  );
  const plan = useMemo(
    () => (file === null ? null : planImport(file, terms, canApprove)),
    [file, terms, canApprove],
  );
  const count = plan === null ? 0 : plan.additions.length + plan.updates.length;

  async function handleFile(chosen: File) {
    setFailure(null);
    if (chosen.size > MAX_BYTES) {
      setFailure("import_too_large");
      return;
    }
    try {
      setCsv(decodeCsv(new Uint8Array(await chosen.arrayBuffer())));
      setFileName(chosen.name);
    } catch {
      setFailure("import_unreadable");
    }
  }

  async function handleImport() {
    const outcome = await submit({ projectId, csv });
    if (!outcome.ok) return;
    const { added, updated, rejected } = outcome.value;
    toast.success(
      t(rejected > 0 ? "import_done_rejected" : "import_done", {
        added,
        updated,
        rejected,
      }),
    );
    onImported();
  }

  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={t("import_title")}
      description={t("import_lead")}
      closeLabel={common("close")}
    >
      <div
        className="flex flex-col gap-3"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [dropped] = event.dataTransfer.files;
          if (dropped !== undefined) void handleFile(dropped);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          tabIndex={-1}
          aria-hidden
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // Emptied, so that the same file can be chosen again after it was mended.
            event.target.value = "";
            if (chosen !== undefined) void handleFile(chosen);
          }}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => input.current?.click()}>
            <FileUp aria-hidden className="size-4" />
            {t(fileName === null ? "import_file" : "import_other_file")}
          </Button>
          <span className="min-w-0 truncate text-ink-2">{fileName}</span>
        </div>
        {failure !== null && <Notice tone="error">{t(failure)}</Notice>}
        {fileName === null && (
          <TextArea
            label={t("import_paste")}
            placeholder={t("import_paste_placeholder")}
            value={csv}
            rows={5}
            spellCheck={false}
            className="font-mono text-[13px]"
            onChange={(event) => setCsv(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData("text/plain");
              // Browsers take a minute to type in thousands of lines; to show them takes no time.
              if (pasted.length < LONG_PASTE) return;
              event.preventDefault();
              const { value, selectionStart, selectionEnd } =
                event.currentTarget;
              setCsv(
                value.slice(0, selectionStart) +
                  pasted +
                  value.slice(selectionEnd),
              );
            }}
          />
        )}
        {given.trim() !== "" && <ImportPreview file={file} plan={plan} />}
        {error !== null && <Notice tone="error">{error}</Notice>}
        <div className="flex items-center justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={count === 0}
            onClick={() => void handleImport()}
          >
            {count === 0 ? t("import") : t("import_do", { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
