import { expect, test } from "vitest";
import { messages as en } from "./en/index";
import enReader from "./en/reader.json";
import { findPlaceholders } from "./placeholders";
import { messages as zh } from "./zh-CN/index";
import zhReader from "./zh-CN/reader.json";

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

// The public reader has its texts apart: no other page needs them.
const english = flatten({ ...en, reader: enReader });
const chinese = flatten({ ...zh, reader: zhReader });

test("both languages have the same texts", () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test("a text asks for the same values in both languages", () => {
  const differing = [...english].filter(
    ([key, text]) =>
      findPlaceholders(text).join() !==
      findPlaceholders(chinese.get(key) ?? "").join(),
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

test("values are found in every branch, and the words of a branch are none", () => {
  const text =
    "{n, plural, one {is {name}} other {are}} in <b>{place}</b> at {time, number}";
  expect(findPlaceholders(text)).toEqual(["<b>", "n", "name", "place", "time"]);
});
