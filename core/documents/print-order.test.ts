import { expect, it } from "vitest";
import { printOrder } from "./print-order";

it("puts the title first, then metadata from wherever it stands, then the text as it is", () => {
  const rows = [
    { id: "column", kind: "meta" },
    { id: "title", kind: "title" },
    { id: "publisher", kind: "meta" },
    { id: "heading", kind: "heading" },
    { id: "annex", kind: "title" },
    { id: "body", kind: "body" },
    { id: "source", kind: "meta" },
  ] as const;
  expect([...printOrder(rows).keys()]).toEqual([
    "title",
    "column",
    "publisher",
    "source",
    "heading",
    "annex",
    "body",
  ]);
  expect(printOrder(rows).get("heading")).toBe(4);
  expect(printOrder([]).size).toBe(0);
});
