import { countHan } from "@/core/documents/characters";
import {
  translationParts,
  type SourceParagraph,
} from "@/core/source/paragraph";
import { fold } from "@/core/text/fold";
import type { NewParagraph } from "@/server/db/paragraphs";
import { sha256 } from "@/server/hash";

/** Adds to a paragraph what is stored beside its text: the folded form, its hash, the count for progress. */
export function prepareParagraph(
  id: string,
  paragraph: SourceParagraph,
): NewParagraph {
  const normalized = fold(paragraph.text).text;
  // The fields of a title repeat it, or stand beside the text: they add nothing to the work there is.
  const translated =
    paragraph.kind === "title"
      ? [paragraph.text]
      : translationParts(paragraph).map((part) => part.text);
  return {
    ...paragraph,
    id,
    normalized,
    hash: sha256(normalized),
    characters: countHan(translated.join("\n")),
  };
}
