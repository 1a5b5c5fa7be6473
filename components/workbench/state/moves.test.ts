import { describe, expect, it } from "vitest";
import { findUnfinished } from "./moves";

const STATUSES = [
  "approved",
  "empty",
  "translated",
  "translated",
  "draft",
  "approved",
] as const;

describe("findUnfinished", () => {
  it("goes to the next empty paragraph or draft in either direction", () => {
    expect(findUnfinished(STATUSES, 1, 1)).toBe(4);
    expect(findUnfinished(STATUSES, 4, -1)).toBe(1);
  });

  it("begins at the top when one is nowhere yet", () => {
    expect(findUnfinished(STATUSES, -1, 1)).toBe(1);
  });

  it("stays when nothing unfinished is left that way", () => {
    expect(findUnfinished(STATUSES, 4, 1)).toBeNull();
    expect(findUnfinished(STATUSES, 1, -1)).toBeNull();
  });
});
