import { expect, it } from "vitest";
import { englishDate } from "./dates";

it.each([
  ["2025-12-08", "8 December 2025"],
  ["2025年12月8日", "8 December 2025"],
  [" ２０２５年１月１５日 ", "15 January 2025"],
  ["2025/2/3", "3 February 2025"],
])("writes %j in English", (value, english) => {
  expect(englishDate(value)).toBe(english);
});

it.each([
  "",
  "2025年",
  "2025-13-01",
  "2025-02-30",
  "2025-12-08 10:30",
  "二〇二五年十二月八日",
  "发布",
])("leaves %j to the translator", (value) => {
  expect(englishDate(value)).toBeNull();
});
