import { headingWords, runInWords } from "@/core/editions/run-in";
import type { ParagraphKind } from "@/core/source/paragraph";

type Headed = {
  readonly kind: ParagraphKind;
  readonly marker: string | null;
  readonly runIn: string | null;
};

/** The words by which an outline names a paragraph: a heading's text or a run-in heading, without marker and final stop. */
export function sourceHeading(
  paragraph: Headed & { readonly text: string },
): string | null {
  if (paragraph.kind === "heading")
    return withoutMarker(paragraph.text, paragraph.marker);
  if (paragraph.kind === "numbered" && paragraph.runIn !== null) {
    return withoutMarker(paragraph.runIn, paragraph.marker);
  }
  return null;
}

/** The same of its English, given the opening of that; null where there is none yet. */
export function englishHeading(
  paragraph: Headed & { readonly english: string },
): string | null {
  const { kind, marker, runIn, english } = paragraph;
  if (english.trim() === "") return null;
  if (kind === "heading") return headingWords(english, marker !== null) || null;
  return kind === "numbered" && runIn !== null
    ? runInWords(english, marker !== null)
    : null;
}

function withoutMarker(text: string, marker: string | null): string {
  const words =
    marker !== null && text.startsWith(marker)
      ? text.slice(marker.length)
      : text;
  return words.trim().replace(/[。.]$/u, "");
}
