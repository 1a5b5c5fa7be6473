"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { firstSentenceEnd } from "@/core/source/body/shape";
import { isComposing } from "@/components/ui/is-composing";

type SplitBoxProps = {
  readonly text: string;
  /** Where the cut is likely wanted; null where nothing tells. */
  readonly start: number | null;
  readonly onSplit: (at: number) => void;
  readonly onCancel: () => void;
};

/** The text of a paragraph with a caret that is put where it is to be cut; nothing can be typed in it. */
export function SplitBox({ text, start, onSplit, onCancel }: SplitBoxProps) {
  const t = useTranslations("import");
  const box = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(start ?? firstSentenceEnd(text) ?? 0);
  const first = useRef(at);
  useEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.focus();
    area.setSelectionRange(first.current, first.current);
  }, []);
  const canSplit =
    text.slice(0, at).trim() !== "" && text.slice(at).trim() !== "";
  const split = () => canSplit && onSplit(at);
  return (
    <div className="flex flex-col gap-1.5">
      <textarea
        ref={box}
        lang="zh"
        rows={Math.min(10, Math.max(3, Math.ceil(text.length / 30)))}
        aria-label={t("split_label")}
        aria-describedby="split-hint"
        inputMode="none"
        spellCheck={false}
        className="text-source w-full rounded-md border border-line-strong bg-paper-raised px-2 py-1 text-base leading-7"
        value={text}
        onChange={() => undefined}
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onSelect={(event) => setAt(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Escape") onCancel();
          if (event.key !== "Enter") return;
          event.preventDefault();
          split();
        }}
      />
      <p id="split-hint" className="text-xs text-ink-3">
        {t("split_hint")}
      </p>
      <p lang="zh" className="font-zh text-sm text-ink-2" aria-live="polite">
        {text.slice(Math.max(0, at - 12), at)}
        <span aria-hidden className="mx-0.5 border-l-2 border-vermilion" />
        {text.slice(at, at + 12)}
      </p>
      <div className="flex gap-1.5">
        <Button size="small" disabled={!canSplit} onClick={split}>
          {t("split_here")}
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t("split_cancel")}
        </Button>
      </div>
    </div>
  );
}
