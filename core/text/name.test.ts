import { expect, test } from "vitest";
import { nameSchema } from "./name";

const name = nameSchema(10);

test.each([
  ["  张  伟 ", "张 伟"],
  ["Anne\u00a0Marie", "Anne Marie"],
  ["e\u0301", "é"],
  ["👩‍🏫", "👩‍🏫"],
  ["a\tb\nc", "a b c"],
])("a name is composed, trimmed and kept on one line: %j", (given, stored) => {
  expect(name.parse(given)).toBe(stored);
});

test.each([
  ["", "name_missing"],
  [" \u3000 ", "name_missing"],
  ["衢州衢州衢州衢州衢州衢州", "too_long"],
  ["a\u0000b", "name_unprintable"],
  ["\ud800", "name_unprintable"],
  ["abc\u202Egpj", "name_unprintable"],
])("is refused: %j", (given, message) => {
  const parsed = name.safeParse(given);
  expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
});
