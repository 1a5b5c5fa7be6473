import { describe, expect, it } from "vitest";
import { documentName } from "./document-name";

describe("the name of a document", () => {
  it("is the first text that says something, in one line", () => {
    expect(documentName([null, " \u3000", "关于\n 建议", "正文"])).toBe(
      "关于 建议",
    );
  });

  it("is null where nothing says anything", () => {
    expect(documentName(["", undefined, "\t"])).toBeNull();
  });

  it("is never cut within a character", () => {
    const name = documentName([`${"规".repeat(299)}𠮷`]);
    expect(name).toBe("规".repeat(299));
  });
});
