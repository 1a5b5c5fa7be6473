import { marksOf } from "@/core/notes/marks";
import { EMPTY_RICH_TEXT, isEmptyRichText } from "@/core/text/rich-text";
import type { BundleTranslation } from "./bundle";

/** A translation with a status that fits its words; one without words keeps nothing but the places of notes. */
export function settleTranslation(
  field: string,
  given: BundleTranslation | undefined,
): BundleTranslation {
  if (given === undefined)
    return { field, status: "empty", stale: false, target: EMPTY_RICH_TEXT };
  const { status, stale, target } = given;
  if (!isEmptyRichText(target))
    return {
      field,
      status: status === "empty" ? "draft" : status,
      stale,
      target,
    };
  return {
    field,
    status: "empty",
    stale,
    target: marksOf(target).length > 0 ? target : EMPTY_RICH_TEXT,
  };
}
