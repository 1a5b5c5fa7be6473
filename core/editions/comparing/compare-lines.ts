import {
  CONVENTIONS,
  CREDITED,
  imprintLabel,
  INTRODUCTION,
} from "@/core/export/wording";
import { plainText, type RichText } from "@/core/text/rich-text";
import { listInWords } from "@/core/editions/citations/facts";
import { compareText } from "./compare-text";
import type { ComparedLine } from "@/core/editions/comparison";
import type { Edition } from "@/core/editions/edition";
import { CREDIT_ROLES } from "@/core/editions/publication";

type Line = {
  readonly key: string;
  readonly label: string;
  readonly source: string;
  readonly target: string;
};

/** Compares what stands beside the text of two editions, line by line by their keys. */
export function compareLines(
  before: Edition,
  after: Edition,
): readonly ComparedLine[] {
  const earlier = new Map(linesOf(before).map((line) => [line.key, line]));
  const later = linesOf(after);
  const there = new Set(later.map(({ key }) => key));
  const gone = [...earlier.values()].filter(({ key }) => !there.has(key));
  return [...later, ...gone].flatMap(
    ({ key, label }): readonly ComparedLine[] => {
      const old = earlier.get(key);
      const now = later.find((line) => line.key === key);
      const source = compareText(old?.source ?? "", now?.source ?? "");
      const target = compareText(old?.target ?? "", now?.target ?? "");
      return source === null && target === null
        ? []
        : [{ key, label, source, target }];
    },
  );
}

function linesOf(edition: Edition): readonly Line[] {
  const { title, metadata, credits, licence, introduction, conventions } =
    edition;
  const english = edition.language.target;
  const line = (key: string, label: string, target: string): Line => ({
    key,
    label,
    source: "",
    target,
  });
  return [
    {
      key: "title",
      label: "Title",
      source: title.source,
      target: words(title.target),
    },
    ...metadata.map(({ key, label, source, target }, index) => ({
      key: `metadata.${key}${turnOf(key, metadata, index)}`,
      label: label.target,
      source,
      target: words(target),
    })),
    ...CREDIT_ROLES.map((role) => {
      const named = credits.filter((credit) => credit.role === role);
      const names = named.map(({ name }) => name);
      return line(`credits.${role}`, CREDITED[role], listInWords(names));
    }),
    line("licence", imprintLabel("licence", english), licence?.name ?? ""),
    line("statement", imprintLabel("statement", english), edition.statement),
    line("introduction", INTRODUCTION, words(introduction)),
    line("conventions", CONVENTIONS, words(conventions)),
  ];
}

const words = (text: RichText | null) => (text === null ? "" : plainText(text));

/** Two heads of pages can hold fields of one key. */
function turnOf(
  key: string,
  metadata: Edition["metadata"],
  index: number,
): string {
  const before = metadata.slice(0, index).filter((field) => field.key === key);
  return before.length === 0 ? "" : `.${before.length + 1}`;
}
