import { englishHeading } from "@/core/documents/headings";
import type { RowSummary } from "@/core/documents/views";
import { plainText, type RichText } from "@/core/text/rich-text";

/** The English of a row's entry in the outline, or null where it has none. */
export function headingOf(
  summary: RowSummary,
  target: RichText,
): string | null {
  const { kind, marker, heading } = summary;
  const english = plainText(target);
  return englishHeading({ kind, marker, runIn: heading, english });
}
