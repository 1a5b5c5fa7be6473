import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import type { Printed } from "@/core/export/printed";
import { lineOf, spansText } from "@/core/export/spans";
import { CONTENTS, UNTRANSLATED } from "@/core/export/wording";
import { attributes, element, escapeXml } from "@/core/export/xml";
import { addressFrom } from "./places";
import { inLanguage, writePage, type PageContext } from "./xhtml";

/** A place that the contents lead to, with the places inside of it. */
type Entry = {
  readonly label: string;
  /** Whether it is in Chinese. */
  readonly isChinese: boolean;
  readonly address: string;
  readonly inner: readonly Entry[];
};

/** A heading of the text as it is printed. */
export type BookHeading = {
  readonly number: number;
  readonly level: number;
  readonly text: string;
  readonly isChinese: boolean;
};

/** Lists the headings of a book in the language in which they are printed. */
export function listBookHeadings({
  paragraphs,
}: Printed): readonly BookHeading[] {
  return paragraphs.flatMap(
    ({ number, level, source, target, isMissing }): readonly BookHeading[] => {
      if (level === null) return [];
      const words = cleanLabel(spansText(lineOf(target ?? source)));
      const text = isMissing ? `${UNTRANSLATED} ${words}` : words;
      return [{ number, level, text, isChinese: target === null }];
    },
  );
}

/** A page of the book that is no page of its text. */
export type Matter = {
  readonly file: string;
  readonly label: string;
  /** What it is, for the list of landmarks; null for what is none. */
  readonly landmark: string | null;
};

/** Writes the contents and the landmarks of a book: what is before the text, its headings by their depth, what is behind. */
export function writeNavigation(
  {
    front,
    headings,
    start,
    back,
  }: {
    readonly front: readonly Matter[];
    readonly headings: readonly BookHeading[];
    /** The first page of the text. */
    readonly start: Matter | null;
    readonly back: readonly Matter[];
  },
  context: PageContext,
): string {
  const pages = (matters: readonly Matter[]) =>
    matters.map(({ file, label }) => ({
      label,
      isChinese: false,
      address: file,
      inner: [],
    }));
  // A cover is no reading matter; what has no heading is reached by its first page.
  const text = nest(headings, context);
  const entries = [
    ...pages(front.filter(({ landmark }) => landmark !== "cover")),
    ...(text.length === 0 && start !== null ? pages([start]) : text),
    ...pages(back),
  ];
  const landmarks = [
    ...front,
    { file: context.file, label: CONTENTS, landmark: "toc" },
    ...(start === null ? [] : [start]),
    ...back,
  ].flatMap(({ file, label, landmark }) =>
    landmark === null
      ? []
      : [
          `<li>${element("a", { "epub:type": landmark, href: file }, escapeXml(label))}</li>`,
        ],
  );
  return writePage(context, {
    title: CONTENTS,
    type: "frontmatter",
    body: `<nav epub:type="toc" role="doc-toc" id="toc">\n<h1>${CONTENTS}</h1>\n${writeEntries(entries)}\n</nav>\n<nav epub:type="landmarks" hidden="hidden">\n<h2>Landmarks</h2>\n<ol>\n${landmarks.join("\n")}\n</ol>\n</nav>`,
  });
}

const CHINESE = attributes(inLanguage(SOURCE_LANGUAGE));

function writeEntries(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ label, isChinese, address, inner }) =>
      `<li><a href="${address}"${isChinese ? CHINESE : ""}>${escapeXml(label)}</a>${inner.length === 0 ? "" : `\n${writeEntries(inner)}`}</li>`,
  );
  return `<ol>\n${items.join("\n")}\n</ol>`;
}

/** Puts headings into those above them; one that leaves out a level stands where the level it leaves out would. */
function nest(
  headings: readonly BookHeading[],
  { file, places }: PageContext,
): readonly Entry[] {
  type Open = Entry & { readonly level: number; readonly inner: Open[] };
  const top: Open[] = [];
  const open: Open[] = [];
  for (const { number, level, text, isChinese } of headings) {
    const to = places.paragraphs.get(number) ?? file;
    const entry: Open = {
      label: text === "" ? `Paragraph ${number}` : text,
      isChinese: isChinese && text !== "",
      address: addressFrom(file, to, `p${number}`),
      inner: [],
      level,
    };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.inner ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
