import { findParagraphFault, isStorable } from "@/core/documents/faults";
import { AppError } from "@/core/errors";
import { translationParts } from "@/core/source/paragraph";
import { fold } from "@/core/text/fold";
import {
  BundleSchema,
  BundleSchema1,
  BundleSchema2,
  type Bundle,
  type BundleParagraph,
} from "./bundle";
import { searchBudget } from "./settle-anchors";
import { listExplained, settleNotes, settleTerm } from "./settle-notes";
import { settleTranslation } from "./settle-translation";
import { upgradeBundle1, upgradeBundle2 } from "./upgrade-bundle";

type Version = 1 | 2 | 3;

// A table in a list in a cell is about twenty deep; nothing that a person wrote comes near this.
const MAX_DEPTH = 100;

/**
 * Reads a bundle's file, which may come from anywhere: checked as a whole before anything is made of it. Throws an
 * AppError that says what is wrong. Every part of every paragraph has a translation afterwards, an empty one where the
 * file has none, and a status that fits its text; notes stand where their words are (`settleNotes`).
 */
export function readBundle(text: string): Bundle {
  const json = parse(text);
  const bundle = checkSchema(json, checkShape(json));
  checkIds(bundle);
  checkTerms(bundle);
  const explained = listExplained(bundle.terms);
  const budget = searchBudget();
  return {
    ...bundle,
    documents: bundle.documents.map((document, index) => {
      const paragraphs = document.paragraphs.map((paragraph, position) =>
        settle(paragraph, `documents.${index}.paragraphs.${position}`),
      );
      return settleNotes({ ...document, paragraphs }, explained, budget);
    }),
    terms: bundle.terms.map(settleTerm),
  };
}

const SCHEMAS = { 1: BundleSchema1, 2: BundleSchema2, 3: BundleSchema };

function checkSchema(json: unknown, version: Version): Bundle {
  const parsed = SCHEMAS[version].safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    throw new AppError("invalid", "bundle_invalid", {
      values: { place: place || "/" },
    });
  }
  const { data } = parsed;
  switch (data.version) {
    case 1:
      return upgradeBundle2(upgradeBundle1(data));
    case 2:
      return upgradeBundle2(data);
    case 3:
      return data;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new AppError("invalid", "bundle_unreadable", { cause });
  }
}

// Without recursion, since depth is what an attacker would use against the recursive checks that follow.
function checkShape(json: unknown): Version {
  const todo: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, depth } = next;
    if (depth > MAX_DEPTH) throw new AppError("invalid", "bundle_too_deep");
    if (typeof value === "string" && !isStorable(value)) {
      throw new AppError("invalid", "source_unstorable");
    }
    if (typeof value !== "object" || value === null) continue;
    for (const child of Object.values(value) as unknown[]) {
      todo.push({ value: child, depth: depth + 1 });
    }
  }
  const { format, version } = (json ?? {}) as {
    format?: unknown;
    version?: unknown;
  };
  if (format !== "duizhao-bundle")
    throw new AppError("invalid", "bundle_unreadable");
  if (version !== 1 && version !== 2 && version !== 3)
    throw new AppError("invalid", "bundle_other_version");
  return version;
}

function checkIds({ documents, terms }: Bundle): void {
  const ids = new Set<string>();
  const all = documents.flatMap(({ id, paragraphs, notes }) => [
    id,
    ...paragraphs.map((paragraph) => paragraph.id),
    ...notes.map((note) => note.id),
  ]);
  for (const { explanation } of terms) {
    if (explanation !== null) all.push(explanation.id);
  }
  for (const id of all) {
    if (ids.has(id))
      throw new AppError("invalid", "bundle_repeats", { values: { what: id } });
    ids.add(id);
  }
}

function checkTerms({ terms }: Bundle): void {
  const sources = new Set<string>();
  for (const { source } of terms) {
    // As the glossary tells terms apart.
    const { text } = fold(source);
    if (sources.has(text))
      throw new AppError("invalid", "bundle_repeats", {
        values: { what: source },
      });
    sources.add(text);
  }
}

function settle(paragraph: BundleParagraph, place: string): BundleParagraph {
  const { id: _id, translations, ...source } = paragraph;
  if (findParagraphFault(source) !== null)
    throw new AppError("invalid", "bundle_invalid", { values: { place } });
  const given = new Map(
    translations.map((translation) => [translation.field, translation]),
  );
  const parts = translationParts(source);
  const isKnown = (field: string) => parts.some((part) => part.field === field);
  if (
    given.size !== translations.length ||
    !translations.every(({ field }) => isKnown(field))
  ) {
    throw new AppError("invalid", "bundle_invalid", {
      values: { place: `${place}.translations` },
    });
  }
  return {
    ...paragraph,
    translations: parts.map(({ field }) =>
      settleTranslation(field, given.get(field)),
    ),
  };
}
