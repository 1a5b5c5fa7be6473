import {
  TRANSLATION_STATUSES,
  type Progress,
  type TranslationStatus,
} from "./views";

type Countable = {
  readonly paragraphId: string;
  readonly status: TranslationStatus;
  readonly characters: number;
};

/** Counts progress over rows; a paragraph with several rows is as far as the least of them. */
export function countProgress(rows: readonly Countable[]): Progress {
  const paragraphs = new Map<string, { rank: number; characters: number }>();
  for (const row of rows) {
    const rank = TRANSLATION_STATUSES.indexOf(row.status);
    const known = paragraphs.get(row.paragraphId);
    paragraphs.set(row.paragraphId, {
      rank: known === undefined ? rank : Math.min(known.rank, rank),
      characters: row.characters + (known?.characters ?? 0),
    });
  }
  const counts = {
    draft: 0,
    translated: 0,
    approved: 0,
    characters: 0,
    charactersDone: 0,
  };
  for (const { rank, characters } of paragraphs.values()) {
    counts.characters += characters;
    if (rank === 1) counts.draft += 1;
    if (rank === 2) counts.translated += 1;
    if (rank === 3) counts.approved += 1;
    if (rank >= 2) counts.charactersDone += characters;
  }
  return { paragraphs: paragraphs.size, ...counts };
}
