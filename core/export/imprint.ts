import { dayInWords, listInWords } from "@/core/editions/citations/facts";
import type { Edition } from "@/core/editions/edition";
import { CREDIT_ROLES, type CreditRole } from "@/core/editions/publication";
import { cleanLabel } from "./clean-text";
import { plainSpan, safeHref, type Span } from "./spans";
import { splitChinese } from "./split-chinese";
import { imprintLabel, stateInWords } from "./wording";

/** What a line of the imprint is about; exporters may set some apart. */
export type ImprintKey =
  | "edition"
  | "changes"
  | CreditRole
  | "licence"
  | "issued"
  | "source"
  | "archive"
  | "sha256"
  | "state"
  | "statement"
  | "citation"
  | "address";

/** A line of the imprint: a label, and what it says, without marks of notes. */
export type ImprintLine = {
  readonly key: ImprintKey;
  readonly label: string;
  readonly spans: readonly Span[];
};

/** What an edition says of itself in every format; of a draft, what is known already. What is not known has no line. */
export function imprintLines(edition: Edition): readonly ImprintLine[] {
  const { publication, source, licence, credits } = edition;
  const lines: readonly (readonly [ImprintKey, readonly Span[]])[] = [
    ["edition", words(editionInWords(edition))],
    ["changes", paragraphs(publication?.changes ?? "")],
    ...CREDIT_ROLES.map((role) => {
      const named = credits.filter((credit) => credit.role === role);
      return [role, words(listInWords(named.map(({ name }) => name)))] as const;
    }),
    ["licence", licence === null ? [] : licenceSpans(licence)],
    ["issued", words(issuedInWords(source))],
    [
      "source",
      parted([words(source.publisher ?? ""), link(source.address ?? "")]),
    ],
    ["archive", link(source.archivedAddress ?? "")],
    ["sha256", words(source.sha256)],
    // A draft says it at its head.
    ["state", publication === null ? [] : words(stateInWords(edition) ?? "")],
    ["statement", words(edition.statement)],
    ["citation", publication === null ? [] : words(edition.citation.text)],
    ["address", link(publication?.address ?? "")],
  ];
  return lines.flatMap(([key, spans]) =>
    spans.length === 0
      ? []
      : [{ key, label: imprintLabel(key, edition.language.target), spans }],
  );
}

function editionInWords({ publication, asOf }: Edition): string {
  return publication === null
    ? `Draft of ${dayInWords(asOf.slice(0, 10))}`
    : `English edition ${publication.number}, ${dayInWords(publication.date)}`;
}

function issuedInWords({
  issuingBody,
  documentNumber,
  date,
}: Edition["source"]): string {
  const source = issuingBody?.source ?? "";
  const target = issuingBody?.target ?? "";
  return [
    target === "" || source === "" ? target || source : `${target} (${source})`,
    documentNumber ?? "",
    date === null ? "" : dayInWords(date),
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Words that an export adds of its own, the Chinese among them told apart. */
export function words(text: string): readonly Span[] {
  const line = cleanLabel(text);
  if (line === "") return [];
  return splitChinese(line).map(({ text: piece, isChinese }) => ({
    ...plainSpan(piece),
    isChinese,
  }));
}

function paragraphs(text: string): readonly Span[] {
  const lines = text.split(/\n+/).map(words);
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index): readonly Span[] =>
      index === 0 ? line : [{ kind: "break" }, ...line],
    );
}

function link(address: string): readonly Span[] {
  const href = safeHref(address === "" ? null : address);
  return href === null ? words(address) : [{ ...plainSpan(address), href }];
}

function licenceSpans({
  name,
  address,
}: NonNullable<Edition["licence"]>): readonly Span[] {
  const href = safeHref(address === "" ? null : address);
  return words(name).map((span) =>
    span.kind === "text" ? { ...span, href } : span,
  );
}

const parted = (parts: readonly (readonly Span[])[]): readonly Span[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) =>
      index === 0 ? part : [plainSpan(", "), ...part],
    );
