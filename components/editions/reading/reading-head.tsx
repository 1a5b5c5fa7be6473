"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RichTextView } from "@/components/documents/rich-text-view";
import type { Edition, EditionField } from "@/core/editions/edition";
import type { RichText } from "@/core/text/rich-text";
import { NoteNumber } from "./note-number";
import { ParagraphNumber } from "./paragraph-number";
import { ReadingNotes } from "./reading-notes";
import { ReadingSource } from "./reading-source";
import { useUnfolded } from "./use-unfolded";

/** The head of an edition: the title in both languages, what is known of the document, how far the English is. */
export function ReadingHead({ edition }: { readonly edition: Edition }) {
  const t = useTranslations("notes.reading");
  const { openOf, toggle, open } = useUnfolded();
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
            lang="en"
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
                <dt lang="en">{field.label.target}</dt>
                <dd>
                  <FieldWords field={field} english={english} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </header>
      <ReadingNotes
        part={0}
        targets={[title.target, ...metadata.map(({ target }) => target)]}
        unfolded={open}
      />
    </>
  );
}

function FieldWords({
  field,
  english,
}: {
  readonly field: EditionField;
  readonly english: (target: RichText) => ReactNode;
}) {
  if (field.target !== null)
    return (
      <div lang="en" className="rich-text">
        {english(field.target)}
      </div>
    );
  return (
    <span lang="zh-CN" className="font-zh">
      {field.source}
    </span>
  );
}
