import { expect, it } from "vitest";
import { MAX_SLUG, SLUG } from "./publication";
import { suggestSlug } from "./suggest-slug";

it.each([
  [
    "Recommendations of the CPC Quzhou Municipal Committee for the 15th Five-Year Plan",
    "recommendations-cpc-quzhou-municipal-committee-15th-five-year",
  ],
  ["Lü’s Plan: a “Draft”", "lus-plan-draft"],
  ["衢州规划", ""],
  ["The and of", ""],
  ["", ""],
])("suggests an address for %s", (title, slug) => {
  expect(suggestSlug(title)).toBe(slug);
});

it("suggests nothing that would be refused", () => {
  const slug = suggestSlug(`${"x".repeat(79)} yz ${"w".repeat(50)}`);
  expect(slug).toMatch(SLUG);
  expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
});
