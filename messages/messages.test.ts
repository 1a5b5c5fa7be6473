import { expect, test } from "vitest";
import { messages as en } from "./en/index";
import { messages as zh } from "./zh-CN/index";

type Texts = { readonly [key: string]: string | Texts };

/** Every text by its whole key. */
function flatten(texts: Texts, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const name = `${prefix}${key}`;
    if (typeof value === "string") flat.set(name, value);
    else for (const entry of flatten(value, `${name}.`)) flat.set(...entry);
  }
  return flat;
}

/** English wherever they are read: a sample of a translation, lines of a glossary file. */
const ENGLISH_EVERYWHERE = [
  "account.specimen.target",
  "glossary.import_paste_placeholder",
];

/** The values a text needs, and the tags it may be wrapped in. */
function placeholders(text: string): string[] {
  // In "{count, plural, one {is} other {are}}" the words of a case are no values.
  const found = text.matchAll(
    /(?<!\b(?:zero|one|two|few|many|other)\s|=\d+\s)\{\s*(\w+)\s*[,}]|<(\w+)>/g,
  );
  return [
    ...new Set([...found].map(([, value, tag]) => value ?? `<${tag}>`)),
  ].sort();
}

const english = flatten(en);
const chinese = flatten(zh);

test("both languages have the same texts", () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test("a text asks for the same values in both languages", () => {
  const differing = [...english].filter(
    ([key, text]) =>
      placeholders(text).join() !== placeholders(chinese.get(key) ?? "").join(),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("no text is empty, and none is left in the other language", () => {
  for (const [key, text] of [...english, ...chinese]) {
    expect(text.trim(), key).not.toBe("");
  }
  const untranslated = [...chinese].filter(
    ([key, text]) =>
      text === english.get(key) &&
      /[a-z]{2} [a-z]{2}/i.test(text) &&
      !ENGLISH_EVERYWHERE.includes(key),
  );
  expect(untranslated.map(([key]) => key)).toEqual([]);
});
