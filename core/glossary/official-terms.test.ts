import { expect, it } from "vitest";
import { officialOrigin } from "./official-terms";
import publications from "./official-terms.json";

it.each([
  ["八八战略", "Double-Eight Strategy"],
  ["“八八”战略", "the Double-Eight Strategy"],
  ["中国式现代化", "Chinese modernisation"],
  ["“十五五”规划", "15th Five-Year Plan"],
  ["五位一体总体布局", "five-sphere integrated plan"],
])("knows that an official text renders %s as %s", (source, target) => {
  expect(officialOrigin(source, target)).toMatchObject({ kind: "official" });
});

it("names the text", () => {
  expect(officialOrigin("八八战略", "Double-Eight Strategy")).toEqual({
    kind: "official",
    source:
      "State Council Information Office, press conference of 30 April 2021",
  });
});

it.each([
  ["八八战略", "Eight-Eight Strategy"],
  ["四省边际中心城市", "central city of the four-province border region"],
  ["八八战略", ""],
  ["", ""],
  // A term inside of one that the list has is another term.
  ["八八", "Double-Eight Strategy"],
])("takes %s as %s for the project's own", (source, target) => {
  expect(officialOrigin(source, target)).toEqual({ kind: "house" });
});

it("has no doubtful entry, and none twice", () => {
  const all = publications.flatMap(({ terms }) =>
    terms.map((pair) => pair.join(" = ")),
  );
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all).size).toBe(all.length);
  expect(JSON.stringify(publications)).not.toMatch(/GAP|UNVERIFIED|heldout/);
});
