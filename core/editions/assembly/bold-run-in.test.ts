import { expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import { boldRunIn } from "./bold-run-in";

it("leaves a translation of one sentence as it is", () => {
  const text = richTextFromPlain("5. Build advanced manufacturing clusters.");
  expect(boldRunIn(text, true)).toBe(text);
});

it("leaves alone what the translator has put in bold", () => {
  const text = {
    version: 2 as const,
    blocks: [
      {
        kind: "paragraph" as const,
        runs: [
          {
            kind: "text" as const,
            text: "Build",
            marks: ["bold" as const],
            href: null,
          },
          {
            kind: "text" as const,
            text: " clusters. Then more.",
            marks: [],
            href: null,
          },
        ],
      },
    ],
  };
  expect(boldRunIn(text, true)).toBe(text);
});

it("counts a line break as one character", () => {
  const text = {
    version: 2 as const,
    blocks: [
      {
        kind: "paragraph" as const,
        runs: [
          { kind: "text" as const, text: "5. Build", marks: [], href: null },
          { kind: "break" as const },
          {
            kind: "text" as const,
            text: "clusters. We will go on.",
            marks: [],
            href: null,
          },
        ],
      },
    ],
  };
  const [block] = boldRunIn(text, true).blocks;
  expect(block).toMatchObject({
    runs: [
      { text: "5. Build", marks: ["bold"] },
      { kind: "break" },
      { text: "clusters.", marks: ["bold"] },
      { text: " We will go on.", marks: [] },
    ],
  });
});
