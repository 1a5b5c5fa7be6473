import {
  DEFAULT_OPTIONS,
  FORMATS,
  type ExportChoice,
  type ExportOption,
} from "@/core/export/options";

/** Tells whether a choice of an option changes anything in a format; the team's remarks are in drafts, for who may read them. */
export function hasOption(
  { format }: Pick<ExportChoice, "format">,
  option: ExportOption,
  withRemarks: boolean,
): boolean {
  if (option === "remarks" && !withRemarks) return false;
  return FORMATS[format].options.includes(option);
}

/** A choice with the usual value for every option that its format does not look at: equal ones make equal files. */
export function relevantChoice(
  choice: ExportChoice,
  withRemarks: boolean,
): ExportChoice {
  const keep = <K extends ExportOption>(option: K) =>
    hasOption(choice, option, withRemarks)
      ? choice.options[option]
      : DEFAULT_OPTIONS[option];
  return {
    format: choice.format,
    options: {
      layout: keep("layout"),
      notes: keep("notes"),
      firstUse: keep("firstUse"),
      glossary: keep("glossary"),
      paper: keep("paper"),
      fonts: keep("fonts"),
      unapproved: keep("unapproved"),
      remarks: keep("remarks"),
    },
  };
}
