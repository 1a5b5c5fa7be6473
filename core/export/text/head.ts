import type { Edition } from "@/core/editions/edition";
import { cleanText } from "@/core/export/clean-text";
import type { ExportOptions } from "@/core/export/options";
import type { Printed, PrintedField } from "@/core/export/printed";
import { writeTextLine } from "./blocks";
import { draftNotice, UNAPPROVED, UNTRANSLATED } from "@/core/export/wording";

/** Stands before English that nobody approved. */
export const markUnapproved = (isUnapproved: boolean) =>
  isUnapproved ? `${UNAPPROVED} ` : "";

/** Writes the titles, whether this is a draft, and the metadata of the document. */
export function writeTextHead(
  edition: Edition,
  { title, metadata, layout }: Printed,
  options: ExportOptions,
): readonly string[] {
  // A document that is named after its file has no title to translate.
  const missing = title.number === null ? "" : `${UNTRANSLATED} `;
  const chinese = writeTextLine(title.source);
  const titles =
    title.target === null
      ? [`${missing}${chinese}`]
      : [
          `${markUnapproved(title.isUnapproved)}${writeTextLine(title.target)}`,
          chinese,
        ];
  const fields = metadata.map((field) =>
    layout === "english" || layout === "annotated"
      ? writeField(field, layout)
      : writeBoth(field),
  );
  return [
    titles.join("\n"),
    draftNotice(edition, options) ?? "",
    fields.join("\n"),
  ];
}

function writeField(
  { label, source, target, number, isMissing, isUnapproved }: PrintedField,
  layout: "english" | "annotated",
): string {
  const name =
    layout === "english" ? label.target : (label.source ?? label.target);
  const mark = isMissing && number !== null ? `${UNTRANSLATED} ` : "";
  const words =
    target === null
      ? `${mark}${writeTextLine(source)}`
      : `${markUnapproved(isUnapproved)}${writeTextLine(target)}`;
  return `${cleanText(name)}: ${words}`;
}

function writeBoth(field: PrintedField): string {
  const { label, source, target, number, isUnapproved } = field;
  const missing = number === null ? "" : UNTRANSLATED;
  const english =
    target === null
      ? missing
      : `${markUnapproved(isUnapproved)}${writeTextLine(target)}`;
  const chinese = writeTextLine(source);
  const name = label.source === null ? "" : `${cleanText(label.source)}: `;
  return [`${name}${chinese}`, `${cleanText(label.target)}: ${english}`].join(
    "\n",
  );
}
