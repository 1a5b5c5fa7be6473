import { expect, it } from "vitest";
import {
  compareEditions,
  compareInSteps,
} from "@/core/editions/compare-editions";
import type { Edition } from "@/core/editions/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { richTextFromPlain } from "@/core/text/rich-text";
import { inSlices } from "./in-slices";

/** An edition whose words are all its own. */
function rewritten(name: string): Edition {
  const [first] = PUBLISHED.paragraphs;
  if (first === undefined) throw new Error("No paragraph.");
  const words = (place: number) =>
    Array.from({ length: 120 }, (_, index) => `${name}${place}x${index}`);
  const paragraphs = Array.from({ length: 200 }, (_, place) => ({
    ...first,
    id: `p${place}`,
    number: place + 2,
    forms: [],
    target: richTextFromPlain(words(place).join(" ")),
  }));
  return { ...PUBLISHED, paragraphs };
}

it("compares long editions without keeping others from being answered", async () => {
  const [before, after] = [rewritten("a"), rewritten("b")];
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const compared = await inSlices(compareInSteps(before, after));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
  expect(compared).toEqual(compareEditions(before, after));
});
