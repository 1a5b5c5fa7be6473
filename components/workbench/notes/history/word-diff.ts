/** A stretch of words that two texts share, or that only one of them has. */
export type DiffPart = {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
};

/** Texts that differ in more words than this are shown as one replaced by the other: finding more takes too long. */
const MOST_EDITS = 500;

/** Compares two texts word by word; Chinese character by character (Myers 1986, O(ND)). */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const old = split(before);
  const now = split(after);
  let start = 0;
  while (start < old.length && old[start] === now[start] && start < now.length)
    start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = diffMiddle(
    old.slice(start, old.length - end),
    now.slice(start, now.length - end),
  );
  return join([
    ...old.slice(0, start).map((text) => ({ kind: "same", text }) as const),
    ...middle,
    ...old
      .slice(old.length - end)
      .map((text) => ({ kind: "same", text }) as const),
  ]);
}

function split(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+|\s+|./gu) ?? [];
}

function diffMiddle(
  old: readonly string[],
  now: readonly string[],
): readonly DiffPart[] {
  const rounds = findRounds(old, now);
  if (rounds === null)
    return [
      { kind: "removed", text: old.join("") },
      { kind: "added", text: now.join("") },
    ];
  const parts: DiffPart[] = [];
  let x = old.length;
  let y = now.length;
  for (let d = rounds.length - 1; d >= 0; d -= 1) {
    const reach = rounds[d] ?? new Map<number, number>();
    const k = x - y;
    const isDown = goesDown(reach, k, d);
    const from = isDown ? k + 1 : k - 1;
    const startX = d === 0 ? 0 : (reach.get(from) ?? 0);
    const startY = d === 0 ? 0 : startX - from;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      parts.push({ kind: "same", text: old[x] ?? "" });
    }
    if (d === 0) break;
    if (isDown) parts.push({ kind: "added", text: now[startY] ?? "" });
    else parts.push({ kind: "removed", text: old[startX] ?? "" });
    x = startX;
    y = startY;
  }
  return parts.reverse();
}

/** How far each diagonal reached before each round of edits; null where the texts differ too much. */
function findRounds(
  old: readonly string[],
  now: readonly string[],
): readonly ReadonlyMap<number, number>[] | null {
  const rounds: ReadonlyMap<number, number>[] = [];
  const reach = new Map([[1, 0]]);
  const most = Math.min(old.length + now.length, MOST_EDITS);
  for (let d = 0; d <= most; d += 1) {
    rounds.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(reach, k, d)
        ? (reach.get(k + 1) ?? 0)
        : (reach.get(k - 1) ?? 0) + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k])
        x += 1;
      reach.set(k, x);
      if (x >= old.length && x - k >= now.length) return rounds;
    }
  }
  return null;
}

function goesDown(
  reach: ReadonlyMap<number, number>,
  k: number,
  d: number,
): boolean {
  return (
    k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
  );
}

function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.text === "") continue;
    if (last?.kind === part.kind)
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
