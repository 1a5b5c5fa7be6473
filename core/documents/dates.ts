const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const DATE = /^(\d{4})\s*[-—./年]\s*(\d{1,2})\s*[-—./月]\s*(\d{1,2})\s*日?$/u;

/** Writes a day given in figures ("2025-12-08", "2025年12月8日") in English ("8 December 2025"); null for anything else. */
export function englishDate(value: string): string | null {
  const [, year, month, day] = DATE.exec(value.normalize("NFKC").trim()) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day)
    ? `${Number(day)} ${name} ${year}`
    : null;
}

const MONTH = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/u;

/** Writes a month given in figures ("2025-12", "2025年12月") in English ("December 2025"); null for anything else. */
export function englishMonth(value: string): string | null {
  const [, year, month] = MONTH.exec(value.normalize("NFKC").trim()) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year === undefined || name === undefined ? null : `${name} ${year}`;
}

/** Writes a day given in figures ("2025年12月8日") as ISO 8601 ("2025-12-08"); null for anything else. */
export function isoDate(value: string): string | null {
  if (englishDate(value) === null) return null;
  const [, year, month, day] = DATE.exec(value.normalize("NFKC").trim()) ?? [];
  return [year, month?.padStart(2, "0"), day?.padStart(2, "0")].join("-");
}
