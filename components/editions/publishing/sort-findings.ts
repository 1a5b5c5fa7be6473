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
  readonly findings: readonly Finding[];
};

type Checked = Pick<PublishingView, "findings" | "blocking">;

/** Sorts findings by their checks: what keeps a document from being published first, then the more serious. */
export function sortFindings({
  findings,
  blocking,
}: Checked): readonly FindingGroup[] {
  const groups = CHECKS.map((check) => ({
    check,
    severity: SEVERITY[check],
    isBlocking: blocking.includes(check),
    findings: findings.filter((finding) => finding.check === check),
  }));
  return groups
    .filter((group) => group.findings.length > 0)
    .sort(
      (a, b) =>
        Number(b.isBlocking) - Number(a.isBlocking) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
}

/** How many findings keep a document from being published. */
export function countBlocking({ findings, blocking }: Checked): number {
  return findings.filter(({ check }) => blocking.includes(check)).length;
}

/** How many findings there are of each severity. */
export function countSeverities(
  findings: readonly Finding[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { check } of findings) counts[SEVERITY[check]] += 1;
  return counts;
}
