import {
  CHECKS,
  SEVERITIES,
  SEVERITY,
  type Check,
  type Finding,
  type Severity,
} from "@/core/editions/finding";
import type { PublishingView } from "@/core/editions/views";

/** The findings of one check, in the order of the document. */
export type FindingGroup = {
  readonly check: Check;
  readonly severity: Severity;
  /** True where they keep the document from being published. */
  readonly isBlocking: boolean;
  /** The first of them. */
  readonly findings: readonly Finding[];
  /** How many there are. */
  readonly count: number;
};

type Checked = Pick<PublishingView, "findings" | "counts" | "blocking">;

/** Sorts findings by their checks: what keeps a document from being published first, then the more serious. */
export function sortFindings({
  findings,
  counts,
  blocking,
}: Checked): readonly FindingGroup[] {
  const groups = CHECKS.map((check) => ({
    check,
    severity: SEVERITY[check],
    isBlocking: blocking.includes(check),
    findings: findings.filter((finding) => finding.check === check),
    count: counts[check],
  }));
  return groups
    .filter((group) => group.count > 0)
    .sort(
      (a, b) =>
        Number(b.isBlocking) - Number(a.isBlocking) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
}

/** How many findings keep a document from being published. */
export function countBlocking({
  counts,
  blocking,
}: Pick<Checked, "counts" | "blocking">): number {
  return blocking.reduce((sum, check) => sum + counts[check], 0);
}

/** How many findings there are of each severity. */
export function countSeverities(
  counts: PublishingView["counts"],
): Readonly<Record<Severity, number>> {
  const severities = { error: 0, warning: 0, information: 0 };
  for (const check of CHECKS) severities[SEVERITY[check]] += counts[check];
  return severities;
}
