import { describe, expect, it } from "vitest";
import type { RowSummary } from "@/core/documents/views";
import { entryAt, listOutline } from "./outline-entries";

const row = (given: Partial<RowSummary> & { id: string }): RowSummary => ({
  textId: `text-${given.id}`,
  paragraphId: given.id,
  number: 1,
  kind: "body",
  level: null,
  marker: null,
  status: "empty",
  characters: 10,
  heading: null,
  headingEnglish: null,
  ...given,
});

const DOCUMENT: readonly RowSummary[] = [
  row({ id: "title", kind: "title" }),
  row({
    id: "one",
    kind: "heading",
    level: 1,
    marker: "一、",
    heading: "深入实施“八八战略”",
    status: "approved",
    headingEnglish: "Acting on the Double-Eight Strategy",
  }),
  row({
    id: "one-1",
    kind: "numbered",
    level: 3,
    marker: "1.",
    heading: "重大成就",
    status: "translated",
    characters: 300,
  }),
  row({ id: "one-2", kind: "body", status: "draft", characters: 90 }),
  row({
    id: "two",
    kind: "heading",
    level: 1,
    marker: "二、",
    heading: "五链",
  }),
  row({
    id: "two-a",
    kind: "heading",
    level: 2,
    marker: "（一）",
    heading: "制造业",
  }),
  row({ id: "two-a-1", kind: "body", status: "translated" }),
  row({ id: "source", kind: "meta", status: "translated" }),
];

describe("listOutline", () => {
  const entries = listOutline(DOCUMENT);

  it("lists headings and paragraphs with a run-in heading, numbered ones below every heading", () => {
    expect(entries.map(({ id, depth }) => [id, depth])).toEqual([
      ["one", 1],
      ["one-1", 2],
      ["two", 1],
      ["two-a", 2],
    ]);
  });

  it("counts what is done up to the next heading of the same level", () => {
    expect(entries[0]).toMatchObject({
      done: 2,
      total: 3,
      charactersDone: 310,
      characters: 400,
      hasChildren: true,
    });
    expect(entries[2]).toMatchObject({ done: 1, total: 3, end: 8 });
  });

  it("finds the entry that a row stands under, and none above the first heading", () => {
    expect(entryAt(entries, 3)?.id).toBe("one-1");
    expect(entryAt(entries, 6)?.id).toBe("two-a");
    expect(entryAt(entries, 0)).toBeNull();
  });
});
