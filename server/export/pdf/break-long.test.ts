import { expect, it } from "vitest";
import { BREAK, breakLong } from "./break-long";

const places = (texts: readonly string[], room?: number) =>
  breakLong(texts, room).join("").split(BREAK).length - 1;

it("lets long strings break between any two characters, also over several texts", () => {
  expect(places(["9".repeat(60)])).toBe(59);
  expect(places(["9".repeat(15), "9".repeat(15)])).toBe(29);
  expect(places(["！".repeat(40)])).toBe(39);
});

it("leaves words and figures as they are", () => {
  expect(
    places(["Implementation of 2,000,000,000 yuan, internationalisation"]),
  ).toBe(0);
  expect(places(["推动创新链产业链资金链人才链政策链深度融合发展"])).toBe(0);
});

it("loses no character, and breaks more in a narrow cell", () => {
  const texts = ["https://www.example.gov.cn/", "a".repeat(40)];
  expect(breakLong(texts).join("").replaceAll(BREAK, "")).toBe(texts.join(""));
  expect(places(["2400000.00"], 3)).toBe(9);
});
