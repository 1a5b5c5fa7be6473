/** What the last character of a name says of what it names; null where it says nothing that is always true. */
type Ending = {
  readonly characters: string;
  /** What the English name must hold for the ending to mean this. */
  readonly english: RegExp;
  readonly says: string | null;
};

const ENDINGS: readonly Ending[] = [
  {
    characters: "自治区",
    english: /\bRegion\b/,
    says: "an autonomous region (自治区), on the level of a province",
  },
  {
    characters: "自治州",
    english: /\bPrefecture\b/,
    says: "an autonomous prefecture (自治州), the level between province and county",
  },
  {
    characters: "自治县",
    english: /\bCounty\b/,
    says: "an autonomous county (自治县)",
  },
  {
    characters: "省",
    english: /^(?!.*\bCommittee\b)/,
    says: "a province (省), the highest level of local government",
  },
  {
    characters: "市",
    english: /^(?!.*\bCommittee\b)/,
    says: "a city (市), which in China takes in the rural area that it governs",
  },
  {
    characters: "县",
    english: /^(?!.*\bCommittee\b)/,
    says: "a county (县), the level between city and township",
  },
  {
    characters: "区",
    english: /\bDistrict\b/,
    says: "a district (区) of a city, on the level of a county",
  },
  { characters: "州", english: /\bPrefecture\b/, says: "a prefecture (州)" },
  {
    characters: "镇",
    english: /\bTown\b/,
    says: "a town (镇), the lowest level of government",
  },
  {
    characters: "乡",
    english: /\bTownship\b/,
    says: "a township (乡), the lowest level of government",
  },
  {
    characters: "村",
    english: /\bVillage\b/,
    says: "a village (村), which governs its own affairs below the township",
  },
  { characters: "省委", english: /\bCommittee\b/, says: partyOf("province") },
  { characters: "市委", english: /\bCommittee\b/, says: partyOf("city") },
  { characters: "县委", english: /\bCommittee\b/, says: partyOf("county") },
  { characters: "区委", english: /\bCommittee\b/, says: partyOf("district") },
  {
    characters: "人民政府",
    english: /\bGovernment\b/,
    says: "the executive branch of local government",
  },
  ...["委员会", "委", "局", "厅", "部", "会", "院", "府", "中心"].map(
    (characters) => ({ characters, english: /^/, says: null }),
  ),
];
const SMALL_WORDS = new Set(
  "a an and at by for from in of on or the to with".split(" "),
);

/** Tells what a term names if it names a place or a body: both its characters and its English must be a name's. */
export function readName(
  source: string,
  target: string,
): { readonly says: string | null } | null {
  if (!isProperName(target) || !/^\p{Script=Han}{2,}$/u.test(source))
    return null;
  const ending = ENDINGS.filter(
    ({ characters, english }) =>
      source.endsWith(characters) && english.test(target),
  ).toSorted((a, b) => b.characters.length - a.characters.length)[0];
  return ending === undefined ? null : { says: ending.says };
}

/** Tells whether a glossary's note says that its term is a person. */
export function isPerson(note: string, target: string): boolean {
  return (
    isProperName(target) &&
    /\b(?:person|born|politician|statesman|scholar|philosopher|writer|poet|painter|scientist|general|emperor|official of the|secretary of the|mayor|founder|\d{3,4}\s?[–-]\s?\d{3,4})\b/i.test(
      note.replace(/^Official:[^\n]*/i, ""),
    )
  );
}

function partyOf(place: string): string {
  return `the committee that leads the Communist Party of China in the ${place}`;
}

function isProperName(target: string): boolean {
  const all = target.split(/[\s-]+/).filter((word) => word !== "");
  return (
    all.length > 0 &&
    all.every(
      (word) => SMALL_WORDS.has(word) || /^[\p{Lu}\p{N}“(]/u.test(word),
    ) &&
    /^\p{Lu}/u.test(target)
  );
}
