import { UNREADABLE } from "@/core/source/placeholder";
import type { RemarkKind } from "@/core/source/remark";
import { readEquation } from "./equation";
import { describe, readSymbol } from "./symbol-fonts";

/** What a field shows where its result does not say it. */
export type FieldText = {
  readonly text: string;
  readonly remark: {
    readonly kind: RemarkKind;
    readonly detail: string;
  } | null;
};

/** A form field as the file keeps it beside the text. */
export type FormField = {
  kind: "checkBox" | "dropDown";
  checked: boolean | null;
  chosen: number;
  readonly entries: string[];
};

type Field = {
  code: string;
  form: FormField | null;
  isInResult: boolean;
  hasResult: boolean;
};

const NOTHING: FieldText = { text: "", remark: null };
/** Fields that show nothing by nature: marks for indexes and contents, variables, layout. */
const SILENT =
  /^(?:ADVANCE|ASK|BARCODE|BIDIOUTLINE|BOOKMARK|COMMENT|DATA|FILLIN|FORMTEXT|HYPERLINK|IF|INDEX|NEXT|NEXTIF|PRINT|PRIVATE|RD|SET|SKIPIF|TA|TC|TOA|TOC|XE)$/;
/** Fields of which the code says what is shown; their result is a copy at best. */
const IN_CODE =
  /^\s*(?:EQ|SYMBOL|FORMCHECKBOX|FORMDROPDOWN|MACROBUTTON|GOTOBUTTON)\b/i;
/** No real code is longer; a file may nest and repeat at will. */
const MAX_CODE = 4000;
const MAX_NESTING = 50;

/** Follows the fields of a story: what is code, what is shown, and what is shown by the code alone. */
export class Fields {
  private readonly open: Field[] = [];
  private ignored = 0;

  /** Whether the text that comes is part of a field's code. */
  get isInCode(): boolean {
    return this.open.some((field) => !field.isInResult);
  }

  /** Whether the text that comes is a result that the code says better. */
  get isRepeated(): boolean {
    return this.open.some(
      (field) => field.isInResult && IN_CODE.test(field.code),
    );
  }

  /** The form field that is being described. */
  get form(): FormField | null {
    return this.open.at(-1)?.form ?? null;
  }

  begin(): void {
    if (this.open.length >= MAX_NESTING) this.ignored += 1;
    else
      this.open.push({
        code: "",
        form: null,
        isInResult: false,
        hasResult: false,
      });
  }

  /** Takes a piece of code, or what a field within the code shows. */
  addCode(text: string): void {
    const field = this.open.findLast((each) => !each.isInResult);
    if (field !== undefined && field.code.length < MAX_CODE)
      field.code += text.slice(0, MAX_CODE);
  }

  setForm(kind: FormField["kind"]): void {
    const field = this.open.at(-1);
    if (field !== undefined)
      field.form = { kind, checked: null, chosen: 0, entries: [] };
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field !== undefined && this.ignored === 0) field.isInResult = true;
  }

  /** Takes note that text of a result was shown. */
  sawResult(): void {
    for (const field of this.open) field.hasResult ||= field.isInResult;
  }

  /** Ends the innermost field; tells what is to be shown in its place beside its result. */
  end(): FieldText {
    if (this.ignored > 0) {
      this.ignored -= 1;
      return NOTHING;
    }
    const field = this.open.pop();
    return field === undefined ? NOTHING : fieldText(field);
  }
}

/** Reads what a field shows by its code, for fields whose result is missing or a copy. */
export function fieldText({
  code,
  form,
  hasResult,
}: Pick<Field, "code" | "form" | "hasResult">): FieldText {
  const keyword = /^\s*([A-Za-z=]+)/.exec(code)?.[1]?.toUpperCase() ?? "";
  if (form?.kind === "checkBox" || keyword === "FORMCHECKBOX")
    return shown(form?.checked === true ? "☑" : "□");
  if (form?.kind === "dropDown") return shown(form.entries[form.chosen] ?? "");
  if (keyword === "EQ") return readEquation(code.replace(/^\s*EQ/i, ""));
  if (keyword === "SYMBOL") return symbolOf(code);
  if (keyword === "MACROBUTTON" || keyword === "GOTOBUTTON")
    return shown(/^\s*\S+\s+\S+\s+(.*)$/su.exec(code)?.[1]?.trim() ?? "");
  if (keyword === "QUOTE" && !hasResult)
    return shown(/"([^"]*)"/u.exec(code)?.[1] ?? "");
  if (hasResult || keyword === "" || SILENT.test(keyword)) return NOTHING;
  return {
    text: UNREADABLE,
    remark: { kind: "field", detail: code.trim() },
  };
}

function shown(text: string): FieldText {
  return { text, remark: null };
}

/** SYMBOL 111 \f "Wingdings": a character by its number, decimal or 0x… */
function symbolOf(code: string): FieldText {
  const [, number = "", rest = ""] =
    /SYMBOL\s+"?(0x[0-9a-f]+|\d+|[^\s"])"?(.*)$/isu.exec(code) ?? [];
  const value = /^(?:0x[0-9a-f]+|\d{2,})$/i.test(number)
    ? Number(number)
    : (number.codePointAt(0) ?? 0);
  const font = /\\f\s*"?([^"\\]+)"?/iu.exec(rest)?.[1]?.trim() ?? "";
  const text = Number.isFinite(value) ? readSymbol(font, value) : null;
  return text === null
    ? {
        text: UNREADABLE,
        remark: { kind: "symbol", detail: describe(font, value) },
      }
    : shown(text);
}
