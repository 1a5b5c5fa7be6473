/** Rows and bytes that have gone by. */
export type Tally = {
  readonly rows: number;
  readonly bytes: number;
  add(rows: number, bytes: number): void;
};

/** Starts counting; `onChange` hears of every step. */
export function startTally(onChange: (tally: Tally) => void): Tally {
  const tally = {
    rows: 0,
    bytes: 0,
    add(rows: number, bytes: number) {
      tally.rows += rows;
      tally.bytes += bytes;
      onChange(tally);
    },
  };
  return tally;
}

const NEW_LINE = 10;

/** The line ends in a chunk. */
export function countLines(chunk: Uint8Array): number {
  let count = 0;
  for (
    let at = chunk.indexOf(NEW_LINE);
    at >= 0;
    at = chunk.indexOf(NEW_LINE, at + 1)
  )
    count += 1;
  return count;
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A size for people: 734 bytes, 1.5 MB. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

/** Rows and bytes for people: 1,204 rows, 3.4 MB. */
export function formatTally({
  rows,
  bytes,
}: Pick<Tally, "rows" | "bytes">): string {
  return `${rows.toLocaleString("en")} rows, ${formatSize(bytes)}`;
}

/** What a command shows while it works; `end` clears the line, so that what follows is not written behind it. */
export type Progress = {
  readonly update: (tally: Tally) => void;
  readonly end: () => void;
};

/** Shows how far work is: in one line of a terminal that is written anew, else a line every 15 seconds. */
export function showProgress(title: string, isQuiet: boolean): Progress {
  const isLive = process.stderr.isTTY;
  let told = Date.now();
  return {
    update(tally) {
      const now = Date.now();
      if (isQuiet || now - told < (isLive ? 200 : 15_000)) return;
      told = now;
      const text = `${title} … ${formatTally(tally)}`;
      process.stderr.write(isLive ? `\r${text}\x1b[K` : `${text}\n`);
    },
    end() {
      if (isLive && !isQuiet) process.stderr.write("\r\x1b[K");
    },
  };
}
