import { CHECKS, type Check, type Finding } from "./finding";

/** The first findings of each check, and how many each has. */
export type FirstFindings = {
  /** In the order in which they were given. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Check, number>>;
};

/** Takes the first `most` findings of each check: a long document that nobody has begun has one for every paragraph. */
export function firstFindings(
  all: readonly Finding[],
  most: number,
): FirstFindings {
  const counts = Object.fromEntries(
    CHECKS.map((check) => [check, 0]),
  ) as Record<Check, number>;
  const findings = all.filter(({ check }) => {
    counts[check] += 1;
    return counts[check] <= most;
  });
  return { findings, counts };
}
