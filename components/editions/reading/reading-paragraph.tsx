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
  const { layout } = useReadingContext();
  const { openOf, toggle, open } = useUnfolded();
  const { number, source, runIn, target } = paragraph;
  const level = headingLevel(paragraph);
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
        {layout === "parallel" && (
          <div lang="zh-CN" className="text-source reading-zh">
            {chinese}
          </div>
        )}
        <ParagraphNumber number={number} />
        {target === null ? (
          <div className="reading-en">
            {missing}
            {layout === "english" && (
              <div lang="zh-CN" className="text-source reading-stand-in">
                {chinese}
              </div>
            )}
          </div>
        ) : (
          <div
            lang="en"
            className="rich-text reading-en"
            {...(level !== null && {
              role: "heading",
              "aria-level": Math.min(level + 2, 6),
            })}
          >
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
      <ReadingNotes part={part} targets={[target]} unfolded={open} />
    </>
  );
}
