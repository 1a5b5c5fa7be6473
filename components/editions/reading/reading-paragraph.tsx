"use client";

import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/documents/rich-text-view";
import type { EditionParagraph } from "@/core/editions/edition";
import { headingLevel } from "@/core/export/content";
import { NoteNumber } from "./note-number";
import { ParagraphNumber } from "./paragraph-number";
import { useReadingContext } from "./reading-context";
import { ReadingNotes } from "./reading-notes";
import { ReadingSource } from "./reading-source";
import { useUnfolded } from "./use-unfolded";

type ReadingParagraphProps = {
  readonly part: number;
  readonly paragraph: EditionParagraph;
};

/** A paragraph as readers get it, with its notes. */
export function ReadingParagraph({ part, paragraph }: ReadingParagraphProps) {
  const t = useTranslations("notes.reading");
  const { layout, english } = useReadingContext();
  const { openOf, toggle, open } = useUnfolded();
  const { number, source, runIn, target } = paragraph;
  const level = headingLevel(paragraph);
  const heading = level !== null && {
    role: "heading",
    "aria-level": Math.min(level + 2, 6),
  };
  const chinese = (
    <ReadingSource
      {...source}
      runIn={runIn}
      openOf={openOf}
      onToggle={toggle}
    />
  );
  const missing = <span className="reading-missing">{t("untranslated")}</span>;
  return (
    <>
      <div className="reading-texts">
        {layout !== "english" && (
          <div
            lang="zh-CN"
            className="text-source reading-zh"
            {...(layout === "annotated" && heading)}
          >
            {chinese}
          </div>
        )}
        <ParagraphNumber number={number} />
        {layout !== "annotated" && target === null && (
          <div className="reading-en">
            {missing}
            {layout === "english" && (
              <div lang="zh-CN" className="text-source reading-stand-in">
                {chinese}
              </div>
            )}
          </div>
        )}
        {layout !== "annotated" && target !== null && (
          <div lang={english} className="rich-text reading-en" {...heading}>
            <RichTextView
              value={target}
              drawNote={({ noteId }) => (
                <NoteNumber
                  noteId={noteId}
                  isOpen={openOf(noteId)}
                  onToggle={toggle}
                />
              )}
            />
          </div>
        )}
      </div>
      <ReadingNotes part={part} unfolded={open} />
    </>
  );
}
