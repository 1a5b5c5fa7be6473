import { describe, expect, it } from "vitest";
import { runsText, type Run } from "@/core/text/rich-text";
import { citationRuns } from "./citation";
import type { Citation } from "./note";

const FULL: Citation = {
  title: "Recommendations for the 15th Five-Year Plan",
  publisher: "CPC Quzhou Municipal Committee",
  date: "2025-12-08",
  address: "https://www.qz.gov.cn/art/1.html",
  archivedAddress: "https://web.archive.org/web/2025/x",
};

function cite(change: Partial<Citation>): string {
  return runsText(citationRuns({ ...FULL, ...change }));
}

function italics(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run) =>
    run.kind === "text" && run.marks.includes("italic") ? [run.text] : [],
  );
}

function links(runs: readonly Run[]): readonly (string | null)[] {
  return runs.flatMap((run) =>
    run.kind === "text" && run.href !== null ? [run.href] : [],
  );
}

describe("citationRuns", () => {
  it("names publisher, title, date, address and archived address in this order", () => {
    expect(cite({})).toBe(
      "CPC Quzhou Municipal Committee, Recommendations for the 15th Five-Year Plan, 8 December 2025, https://www.qz.gov.cn/art/1.html, archived at https://web.archive.org/web/2025/x",
    );
    expect(italics(citationRuns(FULL))).toEqual([FULL.title]);
    expect(links(citationRuns(FULL))).toEqual([
      FULL.address,
      FULL.archivedAddress,
    ]);
  });

  it.each([
    [{ publisher: "" }, /^Recommendations/],
    [{ title: "" }, /^CPC Quzhou Municipal Committee, 8 December/],
    [{ date: "" }, /Plan, https:/],
    [{ address: "" }, /2025, archived at https:\/\/web/],
    [{ archivedAddress: "" }, /1\.html$/],
    [{ publisher: " ", title: "", date: "" }, /^https:/],
  ])("drops what is not known: %j", (change, expected) => {
    const text = cite(change);
    expect(text).toMatch(expected);
    expect(text).not.toMatch(/, ,|^,|, $|\s$/);
  });

  it("is empty where nothing is known", () => {
    const nothing = {
      title: "",
      publisher: "",
      date: "",
      address: "",
      archivedAddress: "",
    };
    expect(citationRuns(nothing)).toEqual([]);
  });

  it.each([
    ["2025-12-08", "8 December 2025"],
    ["2025年12月8日", "8 December 2025"],
    ["2025-12", "December 2025"],
    ["2025", "2025"],
    ["30 April 2021", "30 April 2021"],
    ["2025-02-30", "2025-02-30"],
    ["2025-13", "2025-13"],
    ["c. 1935", "c. 1935"],
  ])("writes the date %s as %s", (date, expected) => {
    expect(
      cite({
        date,
        publisher: "",
        title: "",
        address: "",
        archivedAddress: "",
      }),
    ).toBe(expected);
  });

  it.each([
    ["中共中央关于制定规划的建议", "《中共中央关于制定规划的建议》"],
    ["《衢州发布》", "《衢州发布》"],
    ["关于《规划纲要》的说明", "《关于〈规划纲要〉的说明》"],
  ])("sets the Chinese title %s upright as %s", (title, expected) => {
    const runs = citationRuns({ ...FULL, title });
    expect(runsText(runs)).toContain(`, ${expected}, `);
    expect(italics(runs)).toEqual([]);
  });

  it("keeps an English title italic that gives the Chinese behind it", () => {
    const title = "Outline of the Plan (规划纲要)";
    expect(italics(citationRuns({ ...FULL, title }))).toEqual([title]);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/a",
    "//example.org",
    "https://",
    "https://a b",
    " javascript:alert(1)//https://",
  ])("prints no address such as %s", (address) => {
    const runs = citationRuns({ ...FULL, address, archivedAddress: address });
    expect(links(runs)).toEqual([]);
    expect(runsText(runs)).toMatch(/8 December 2025$/);
  });
});
