import { describe, expect, it } from "vitest";
import { readLanguage, readRoute } from "./routes";

describe("the addresses of the reader", () => {
  it("leave everything else to Next", () => {
    for (const url of [
      "/",
      "/editions",
      "/ee",
      "/sign-in",
      "/_next/e",
      "e",
      "",
    ])
      expect(readRoute(url)).toBeNull();
  });

  it("name editions, with the texts that are shown", () => {
    expect(readRoute("/e/quzhou-15th-fyp/2")).toEqual({
      kind: "edition",
      slug: "quzhou-15th-fyp",
      number: 2,
      mode: "parallel",
    });
    expect(readRoute("/e/a/2?mode=chinese&x=1#p3")).toMatchObject({
      mode: "chinese",
    });
    expect(readRoute("/e/a/2?mode=constructor")).toMatchObject({
      mode: "parallel",
    });
    expect(readRoute("/e/a")).toEqual({ kind: "newest", slug: "a" });
    expect(readRoute("/e/a/1/compare/2")).toEqual({
      kind: "compare",
      slug: "a",
      from: 1,
      to: 2,
    });
  });

  it("name files by layout and format, with their paper", () => {
    expect(readRoute("/e/a/1/parallel.pdf?paper=letter")).toEqual({
      kind: "file",
      slug: "a",
      number: 1,
      choice: { format: "pdf", layout: "parallel", paper: "letter" },
    });
    expect(readRoute("/e/a/1/xliff-2.1.xlf")).toMatchObject({
      choice: { format: "xliff21" },
    });
    expect(readRoute("/e/a/1/cite.ris")).toMatchObject({ format: "ris" });
    expect(readRoute("/e/a/1/card.png")).toMatchObject({ kind: "card" });
  });

  it("lead nowhere else, however they are written", () => {
    for (const path of [
      "/e/../package.json",
      "/e/%2e%2e/etc",
      "/e/A/1",
      "/e/a/0",
      "/e/a/01",
      "/e/a/1e3",
      "/e/a/1/",
      "/e/a/1/x.pdf",
      "/e/a/1/english.exe",
      "/e/a/1/english.pdf.pdf",
      "/e/a/1/constructor",
      "/e/a/1/__proto__",
      "/e/a/99999999999",
      "/e/a/1/compare/0",
      "/e/a/1/compare/2/3",
      "/e/~/../x",
      "/e/~/a/b",
      "/e/~/a%2fb",
      `/e/${"a".repeat(81)}`,
      "/d/",
      "/d/a/b",
      "/d/a%00",
    ])
      expect([path, readRoute(path)]).toEqual([path, { kind: "lost" }]);
  });

  it("ask for words, cut to a length that can be looked for", () => {
    expect(readRoute("/e?q=%20")).toEqual({ kind: "home" });
    expect(readRoute("/e?q=%E4%BA%94%E9%93%BE&page=2")).toEqual({
      kind: "search",
      query: "五链",
      page: 2,
    });
    expect(readRoute(`/e?q=${"a".repeat(500)}&page=-1`)).toMatchObject({
      query: "a".repeat(200),
      page: 1,
    });
  });

  it("say in which language the page around the text is", () => {
    expect(readLanguage("/e")).toBe("en");
    expect(readLanguage("/e?lang=zh-CN#x")).toBe("zh-CN");
    expect(readLanguage("/e?lang=fr")).toBe("en");
  });
});
