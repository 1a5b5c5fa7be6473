"use client";

import { FileUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState, type DragEvent } from "react";
import { Button, Spinner } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type SourceFormProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What is being read now; null while nothing is. */
  readonly reading: {
    readonly name: string | null;
    readonly size: number;
  } | null;
  readonly error: string | null;
  /** Reads a file, or, with null, the text. */
  readonly onRead: (file: File | null) => void;
  readonly onCancel: () => void;
};

/** The first step: paste a text, or choose a file, or drop one anywhere on the form. */
export function SourceForm({
  text,
  onText,
  reading,
  error,
  onRead,
  onCancel,
}: SourceFormProps) {
  const t = useTranslations("import");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const format = useFormatter();

  function handleDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && reading === null) onRead(file);
    else if (file === undefined)
      onText(event.dataTransfer.getData("text/plain"));
  }

  return (
    <form
      className="flex flex-col gap-4"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
      onSubmit={(event) => {
        event.preventDefault();
        onRead(null);
      }}
    >
      {error !== null && reading === null && (
        <Notice tone="error">{error}</Notice>
      )}
      <div
        className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed px-4 py-5 ${isOver ? "border-vermilion bg-vermilion-wash" : "border-line-strong bg-paper-sunk"}`}
      >
        <FileUp aria-hidden className="size-6 shrink-0 text-ink-3" />
        <p className="min-w-48 flex-1 text-ink-2">{t("drop")}</p>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("choose")}
          accept=".txt,.md,.markdown,.html,.htm,.docx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file can be chosen again after it was mended.
            event.target.value = "";
            if (file !== undefined) onRead(file);
          }}
        />
        <Button
          disabled={reading !== null}
          onClick={() => input.current?.click()}
        >
          {t("choose")}
        </Button>
      </div>
      <TextArea
        label={t("paste")}
        hint={
          text === ""
            ? t("paste_hint")
            : t("characters", { count: text.length })
        }
        lang="zh"
        rows={14}
        spellCheck={false}
        className="font-zh text-base leading-7"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <div
        className="flex flex-wrap items-center justify-end gap-3"
        aria-live="polite"
      >
        {reading !== null && (
          <p className="flex min-w-0 flex-1 items-center gap-2 text-ink-2">
            <Spinner />
            <span className="truncate">
              {t("reading", {
                name: reading.name ?? t("pasted_text"),
                size: format.number(
                  Math.max(1, Math.round(reading.size / 1024)),
                ),
              })}
            </span>
          </p>
        )}
        {reading === null ? (
          <Button type="submit" variant="primary">
            {t("read")}
          </Button>
        ) : (
          <Button onClick={onCancel}>{t("stop")}</Button>
        )}
      </div>
    </form>
  );
}
