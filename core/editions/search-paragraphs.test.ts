import { expect, it } from "vitest";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { listSearchParagraphs } from "./search-paragraphs";

it("lists every numbered part of an edition once, in both languages", () => {
  const listed = listSearchParagraphs(NOTED);
  const numbers = [NOTED.title, ...NOTED.metadata, ...NOTED.paragraphs].flatMap(
    ({ number }) => (number === null ? [] : [number]),
  );
  expect(listed.map(({ number }) => number)).toEqual([...new Set(numbers)]);
  for (const paragraph of NOTED.paragraphs) {
    const found = listed.find(({ number }) => number === paragraph.number);
    expect(found?.source).toContain(paragraph.source.text);
    expect(found?.kind).toBe(paragraph.kind);
  }
  expect(listed[0]?.targetFolded).toBe(listed[0]?.target.toLowerCase());
});
