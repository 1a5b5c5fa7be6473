import { expect, test } from "vitest";
import { colorOf, initialsOf } from "./people";

test("initials fit into a small circle, in both scripts", () => {
  expect(
    [
      "Ada Lovelace",
      "王小明",
      "bo",
      " 欧阳 修 ",
      "Anna-Maria von Berg",
      "𠮷野家",
    ].map(initialsOf),
  ).toEqual(["AL", "明", "B", "欧修", "AB", "家"]);
});

test("an account has one colour, which carries white letters", () => {
  const ids = Array.from({ length: 200 }, (_, n) => `019aa${n}-7000`);
  const colors = new Set(ids.map(colorOf));
  expect(colors.size).toBeGreaterThan(5);
  for (const color of colors)
    expect(contrastWithWhite(color)).toBeGreaterThan(4.5);
  expect(colorOf("a")).toBe(colorOf("a"));
});

function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) =>
      part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
