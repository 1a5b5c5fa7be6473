import type { Beginning } from "@/core/notes/beginnings";
import {
  capitalize,
  englishNumber,
  italic,
  paragraph,
  rounded,
  tidy,
  words,
} from "./prose";
import { findQuantities, type Quantity } from "./quantities";

type Name = { readonly one: string; readonly many: string };

/** A unit that a reader may want explained or converted. */
type Unit = {
  readonly characters: string;
  /** For finding it, where more than the characters are to be said. */
  readonly pattern?: string;
  readonly name: Name;
  /** Set for Chinese units: what one is, in words. */
  readonly definition: string | null;
  readonly factor: number;
  readonly into: Name;
  /** Whether the factor is exact, so that nothing is "about". */
  readonly isExact: boolean;
};

const same = (name: string): Name => ({ one: name, many: name });
const HECTARES: Name = { one: "hectare", many: "hectares" };
const KILOMETERS: Name = { one: "kilometer", many: "kilometers" };
const KILOGRAMS: Name = { one: "kilogram", many: "kilograms" };

/** Longer names first: 平方公里 is not 公里, 公里 is not 里. Factors: State Council order on measures, 1984. */
const UNITS: readonly Unit[] = [
  {
    characters: "平方公里",
    name: { one: "square kilometer", many: "square kilometers" },
    definition: null,
    factor: 0.386102,
    into: { one: "square mile", many: "square miles" },
    isExact: false,
  },
  {
    characters: "平方米",
    name: { one: "square meter", many: "square meters" },
    definition: null,
    factor: 10.7639,
    into: { one: "square foot", many: "square feet" },
    isExact: false,
  },
  {
    characters: "立方米",
    name: { one: "cubic meter", many: "cubic meters" },
    definition: null,
    factor: 35.3147,
    into: { one: "cubic foot", many: "cubic feet" },
    isExact: false,
  },
  {
    characters: "公顷",
    name: HECTARES,
    definition: null,
    factor: 2.47105,
    into: { one: "acre", many: "acres" },
    isExact: false,
  },
  {
    characters: "公里",
    pattern: "(?<!平方)(?:公里|千米)",
    name: KILOMETERS,
    definition: null,
    factor: 0.621371,
    into: { one: "mile", many: "miles" },
    isExact: false,
  },
  {
    characters: "公斤",
    pattern: "(?:公斤|千克)",
    name: KILOGRAMS,
    definition: null,
    factor: 2.20462,
    into: { one: "pound", many: "pounds" },
    isExact: false,
  },
  {
    characters: "吨",
    name: { one: "metric ton", many: "metric tons" },
    definition: null,
    factor: 1.10231,
    into: { one: "short ton", many: "short tons" },
    isExact: false,
  },
  {
    characters: "亩",
    name: same("mu"),
    definition: "is a Chinese unit of area equal to one-fifteenth of a hectare",
    factor: 1 / 15,
    into: HECTARES,
    isExact: true,
  },
  {
    characters: "顷",
    pattern: "(?<!公)顷",
    name: same("qing"),
    definition:
      "is a Chinese unit of area equal to 100 mu, or six and two-thirds hectares",
    factor: 100 / 15,
    into: HECTARES,
    isExact: true,
  },
  {
    characters: "斤",
    pattern: "(?<!公)斤",
    name: same("jin"),
    definition: "is a Chinese unit of weight equal to half a kilogram",
    factor: 0.5,
    into: KILOGRAMS,
    isExact: true,
  },
  {
    characters: "里",
    pattern: "(?<!公)里(?![程岗马之])",
    name: same("li"),
    definition: "is a Chinese unit of length equal to half a kilometer",
    factor: 0.5,
    into: KILOMETERS,
    isExact: true,
  },
];
/** Units that stand for themselves without a number, as in 亩均效益; 里 also means inside, 斤 is part of names. */
const ALONE = new Set(["亩"]);

/** Makes beginnings that explain units and convert quantities which a part of a text names. */
export function beginUnits(
  source: string,
  selection: { readonly from: number; readonly to: number },
): readonly Beginning[] {
  return UNITS.flatMap((unit) => {
    const pattern = unit.pattern ?? unit.characters;
    const quantities = findQuantities(source, pattern).filter(
      ({ from, to }) => from < selection.to && to > selection.from,
    );
    const first = quantities[0] ?? null;
    const isNamed =
      ALONE.has(unit.characters) &&
      source.slice(selection.from, selection.to).includes(unit.characters);
    return first === null && !isNamed ? [] : [beginUnit(unit, first)];
  });
}

function beginUnit(unit: Unit, quantity: Quantity | null): Beginning {
  const { definition, name, characters } = unit;
  const converted = quantity === null ? [] : convert(unit, quantity);
  const body =
    definition === null
      ? paragraph(...converted, words("."))
      : paragraph(
          words("The "),
          italic(name.one),
          words(` (${characters}) ${definition}`),
          ...(converted.length === 0 ? [] : [words("; "), ...converted]),
          words("."),
        );
  return {
    reason: "unit",
    kind: "background",
    body,
    citations: [],
    needs: null,
  };
}

function convert(unit: Unit, { least, most, qualifier }: Quantity) {
  const values = most === null ? [least] : [least, most];
  const exact = values.map((value) => tidy(value * unit.factor));
  const shown = exact.map((value) =>
    unit.isExact ? nearly(value) : rounded(value),
  );
  const isExact =
    unit.isExact && shown.every((value, at) => value === exact[at]);
  const before = qualifier === null ? "" : `${qualifier} `;
  const start = unit.definition === null ? capitalize(before) : before;
  const about = before === "" && !isExact ? "about " : before;
  const name = least === 1 && most === null ? unit.name.one : unit.name.many;
  const into = most === null && shown[0] === 1 ? unit.into.one : unit.into.many;
  const verb = least === 1 && most === null ? "is" : "are";
  return [
    words(`${start}${values.map(englishNumber).join(" to ")} ${name} ${verb} `),
    words(`${about}${shown.map(englishNumber).join(" to ")} ${into}`),
  ];
}

/** A converted number as it is where it is short, else rounded. */
function nearly(value: number): number {
  return Number.isInteger(value) || Number(value.toFixed(1)) === value
    ? value
    : rounded(value);
}
