import type { BundleDocument, BundleNote } from "@/core/bundle/bundle";
import { makeAnchor } from "@/core/notes/anchor";
import {
  isEmptyRichText,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { newId } from "@/server/ids";

const REF = "bench01";

const text = (words: string): Run => ({
  kind: "text",
  text: words,
  marks: [],
  href: null,
});

const BODY: RichText = {
  version: 2,
  blocks: [
    {
      kind: "paragraph",
      runs: [
        text(
          "Eight strengths and eight moves (八八战略), put forward in 2003.",
        ),
      ],
    },
    {
      kind: "paragraph",
      runs: [text("The province has kept to it in every plan since.")],
    },
  ],
};

/** The document with `count` notes on its translated paragraphs in turn, each with a place in both texts and a source. */
export function addNotes(
  document: BundleDocument,
  count: number,
): BundleDocument {
  const translated = document.paragraphs.filter(({ translations }) =>
    translations.some(({ target }) => !isEmptyRichText(target)),
  );
  const marks = new Map<string, Run[]>();
  const notes = Array.from({ length: count }, (_, index): BundleNote => {
    const paragraph = translated[index % translated.length];
    if (paragraph === undefined) throw new Error("Nothing is translated.");
    const id = newId();
    const own = marks.get(paragraph.id) ?? [];
    marks.set(paragraph.id, [...own, { kind: "note", noteId: id, ref: REF }]);
    const place = { paragraphId: paragraph.id, field: "", from: 0, to: 2 };
    return {
      id,
      kind: "background",
      status: "reviewed",
      body: BODY,
      citations: [
        {
          title: "Bulletin of the Fourth Plenary Session",
          publisher: "Zhejiang Daily",
          date: "2003-07-11",
          address: "https://zj.example.org/2003/07/11",
          archivedAddress: "",
        },
      ],
      anchor: makeAnchor(paragraph.text, place),
    };
  });
  const paragraphs = document.paragraphs.map((paragraph) => ({
    ...paragraph,
    translations: paragraph.translations.map((translation) => ({
      ...translation,
      target: withMarks(translation.target, marks.get(paragraph.id) ?? []),
    })),
  }));
  return { ...document, paragraphs, notes };
}

/** The marks behind the words of the first paragraph. */
function withMarks(target: RichText, marks: readonly Run[]): RichText {
  const [first, ...rest] = target.blocks;
  if (first?.kind !== "paragraph" || marks.length === 0) return target;
  const opening = { ...first, runs: [...first.runs, ...marks] };
  return { ...target, blocks: [opening, ...rest] };
}
