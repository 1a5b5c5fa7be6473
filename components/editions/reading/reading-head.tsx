"use client";

import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/documents/rich-text-view";
import type { Edition } from "@/core/editions/edition";
import type { RichText } from "@/core/text/rich-text";
import { NoteNumber } from "./note-number";
import { ParagraphNumber } from "./paragraph-number";
import { ReadingNotes } from "./reading-notes";
import { useReadingContext } from "./reading-context";
import { ReadingSource } from "./reading-source";
import { useUnfolded } from "./use-unfolded";

/** The head of an edition: the title in both languages, what is known of the document, how far the English is. */
export function ReadingHead({ edition }: { readonly edition: Edition }) {
  const t = useTranslations("notes.reading");
  const { openOf, toggle, open } = useUnfolded();
  const { layout, english: tag } = useReadingContext();
  const { title, metadata, paragraphs } = edition;
  const missing = paragraphs.filter(({ target }) => target === null).length;
  const english = (target: RichText) => (
    <RichTextView
      value={target}
      drawNote={({ noteId }) => (
        <NoteNumber noteId={noteId} isOpen={openOf(noteId)} onToggle={toggle} />
      )}
    />
  );
  return (
    <>
      <header className="reading-head reading-texts">
        {title.number !== null && <ParagraphNumber number={title.number} />}
        <div lang="zh-CN" className="text-source reading-original">
          <ReadingSource
            text={title.source}
            runIn={null}
            table={null}
            notes={title.sourceNotes}
            openOf={openOf}
            onToggle={toggle}
          />
        </div>
        {title.target === null ? (
          <p className="reading-missing">{t("untranslated")}</p>
        ) : (
          <div
            role="heading"
            aria-level={2}
            lang={tag}
            className="rich-text reading-title"
          >
            {english(title.target)}
          </div>
        )}
        {missing > 0 && (
          <p className="reading-draft">
            {t("draft_edition", { missing, paragraphs: paragraphs.length })}
          </p>
        )}
        {metadata.length > 0 && (
          <dl className="reading-metadata">
            {metadata.map((field, at) => (
              <div key={`${field.key} ${at}`}>
                <dt lang={tag}>{field.label.target}</dt>
                <dd>
                  {layout === "annotated" || field.target === null ? (
                    <span lang="zh-CN" className="font-zh">
                      {field.source}
                    </span>
                  ) : (
                    <div lang={tag} className="rich-text">
                      {english(field.target)}
                    </div>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </header>
      <ReadingNotes part={0} unfolded={open} />
      <FrontText title={t("introduction")} text={edition.introduction} />
      <FrontText title={t("conventions")} text={edition.conventions} />
    </>
  );
}

type FrontTextProps = {
  readonly title: string;
  readonly text: RichText | null;
};

/** A text of the translator before the document. */
function FrontText({ title, text }: FrontTextProps) {
  const { english } = useReadingContext();
  if (text === null) return null;
  return (
    <section className="reading-front">
      <h3>{title}</h3>
      <div lang={english} className="rich-text reading-en">
        <RichTextView value={text} />
      </div>
    </section>
  );
}
