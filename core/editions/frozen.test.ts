import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { canonicalJson } from "@/core/text/canonical-json";
import { EditionSchema, type Edition } from "./edition";
import { freezeEdition, thawEdition } from "./frozen";

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe("a frozen edition", () => {
  it("is read as it was written, and written again with the same bytes", () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        // Words that no citation can hold are refused before they are stored.
        fc.pre(EditionSchema.safeParse(edition).success);
        const body = freezeEdition(edition);
        const read = thawEdition(body);
        expect(read).toEqual(EditionSchema.parse(edition));
        expect(freezeEdition(read)).toBe(body);
      }),
      { numRuns: 50 },
    );
  });

  it("has the same bytes in whatever order its keys came", () => {
    expect(freezeEdition(turned(NOTED) as Edition)).toBe(freezeEdition(NOTED));
  });

  it("of version 3 is read by every later Duizhao", async () => {
    const kept = path.join(import.meta.dirname, "fixtures/frozen-3.txt");
    const body = await readFile(kept, "utf8");
    // The file is never written anew: what was frozen is what is cited.
    expect(createHash("sha256").update(body).digest("hex")).toBe(
      "af6f5588ea7a867f66263f168bea8d42acca5b81d514fd2041653dd55d8c280f",
    );
    const edition = thawEdition(body);
    expect(edition.publication?.number).toBe(2);
    expect(edition.notes).toHaveLength(NOTED.notes.length);
    expect(edition.paragraphs.map(({ id }) => id)).toEqual(
      NOTED.paragraphs.map(({ id }) => id),
    );
  });

  it("is nothing that an edition is not", () => {
    const extra = { ...NOTED, secret: "x" } as Edition;
    expect(() => freezeEdition(extra)).toThrow();
    for (const body of ["", "{}", "null", '{"version":2}'])
      expect(() => thawEdition(body)).toThrow();
  });
});

describe("canonical JSON", () => {
  it("has its keys in the order of their units and no white space (RFC 8785)", () => {
    const value = {
      b: [{ z: 1, a: null }],
      "€": 1,
      "": 2,
      "😀": 3,
      "\ufb33": 4,
      A: -0,
    };
    expect(canonicalJson(value)).toBe(
      '{"":2,"A":0,"b":[{"a":null,"z":1}],"€":1,"😀":3,"\ufb33":4}',
    );
  });

  it("has no character that cannot be stored", () => {
    expect(canonicalJson("\u0000\ud800")).toBe('"\\u0000\\ud800"');
  });
});
