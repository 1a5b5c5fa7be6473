import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { citationBibtex } from "@/core/editions/citations/bibtex";
import { citationCsl } from "@/core/editions/citations/csl";
import type { Edition } from "@/core/editions/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { run, block } from "@/core/export/fixtures/edition";
import { hasPandoc } from "@/test/pandoc";

type Item = {
  readonly [key: string]: unknown;
  readonly title: string;
};

/** An entry as pandoc reads it. */
function read(entry: string, format: "bibtex" | "biblatex" | "csljson"): Item {
  const items = execFileSync("pandoc", [`--from=${format}`, "--to=csljson"], {
    input: entry,
  }).toString("utf8");
  return (JSON.parse(items) as readonly [Item])[0];
}

const HOSTILE = String.raw`50% & more: $x_1$ #2 {a {b}} \emph{c} ~d^2 "q"`;

const hostile: Edition = {
  ...PUBLISHED,
  title: {
    ...PUBLISHED.title,
    target: { version: 2, blocks: [block(run(HOSTILE))] },
  },
};

describe.skipIf(!hasPandoc())("citations as pandoc reads them", () => {
  it.each(["bibtex", "biblatex"] as const)("are whole in %s", (format) => {
    const item = read(citationBibtex(PUBLISHED), format);
    expect(item).toMatchObject({
      id: "quzhou-15th-fyp-2",
      type: "report",
      title: "Recommendations for the 15th Five-Year Plan",
      author: [{ literal: "CPC Quzhou Municipal Committee" }],
      translator: [{ literal: "Li Wén & Sons" }],
      editor: [{ literal: "Ed Itor" }],
      URL: "https://duizhao.example.org/e/quzhou-15th-fyp/2",
      number: "2",
    });
    if (format === "biblatex")
      expect(item).toMatchObject({
        "original-title": PUBLISHED.title.source,
        issued: { "date-parts": [[2026, 11, 20]] },
      });
  });

  it("keep signs that mean something to TeX", () => {
    expect(read(citationBibtex(hostile), "biblatex").title).toBe(HOSTILE);
  });

  it("are whole in CSL-JSON", () => {
    const item = read(JSON.stringify([citationCsl(hostile)]), "csljson");
    expect(item).toMatchObject({ "original-title": PUBLISHED.title.source });
  });
});
