import type { Edition } from "@/core/editions/edition";
import { plainText } from "@/core/text/rich-text";

/** As much of a text as the pages of a preview can hold, in characters of both languages: the rest is not laid out. */
const LAID_OUT = 60_000;

/** An edition without the paragraphs that no page of a preview comes to. */
export function beginningOf(edition: Edition): Edition {
  let length = 0;
  const isShown = ({ source, target }: Edition["paragraphs"][number]) => {
    const isWanted = length < LAID_OUT;
    length += source.text.length;
    length += target === null ? 0 : plainText(target).length;
    return isWanted;
  };
  const paragraphs = edition.paragraphs.filter(isShown);
  return paragraphs.length === edition.paragraphs.length
    ? edition
    : { ...edition, paragraphs };
}
