import { describe, expect, it } from "vitest";
import { findPlaces } from "@/core/text/find-places";
import { richTextFromPlain } from "@/core/text/rich-text";
import { shownText } from "./find-matches";

const found = (text: string, query: string) =>
  findPlaces(text, query).map(({ from, to }) => text.slice(from, to));

describe("shownText", () => {
  it("leaves out the brackets that are only drawn, so that words across them are found", () => {
    const text = shownText(
      richTextFromPlain("Two clusters [with an output] on the scale", {
        supplied: true,
      }),
    );
    expect(found(text, "clusters with")).toEqual(["clusters with"]);
  });
});
