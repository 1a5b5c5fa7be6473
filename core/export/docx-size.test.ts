import { expect, it } from "vitest";
import { block, EDITION, run } from "./fixtures/edition";
import { countDocxPieces, MAX_DOCX_PIECES } from "./docx-size";

const NOTE = {
  id: "0190a000-0000-7000-8000-000000000001",
  number: 1,
  kind: "background",
  status: "draft",
  citations: [],
} as const;

it("counts what stands in notes too, parted where the language changes", () => {
  const body = {
    version: 2,
    blocks: [block(run("The mu (亩) and the li (里)"))],
  } as const;
  const before = countDocxPieces(EDITION);
  const edition = { ...EDITION, notes: [{ ...NOTE, body }] };
  expect(countDocxPieces(edition) - before).toBe(5);
});

it("lets a long document through, and no text that changes its language at every letter", () => {
  const paragraphs = Array.from(
    { length: 100 },
    () => EDITION.paragraphs,
  ).flat();
  expect(countDocxPieces({ ...EDITION, paragraphs })).toBeLessThan(
    MAX_DOCX_PIECES,
  );
  const body = {
    version: 2,
    blocks: [block(run("注a".repeat(MAX_DOCX_PIECES / 2 + 1)))],
  } as const;
  expect(
    countDocxPieces({ ...EDITION, notes: [{ ...NOTE, body }] }),
  ).toBeGreaterThan(MAX_DOCX_PIECES);
});
