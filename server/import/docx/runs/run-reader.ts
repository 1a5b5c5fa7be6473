import { placeholder, UNREADABLE } from "@/core/source/placeholder";
import type { ParagraphBuilder } from "@/server/import/docx/paragraph-builder";
import type { Styles } from "@/server/import/docx/styles";
import { isOn, type XmlElement } from "@/server/import/docx/xml";
import { DrawingReader } from "./drawing";
import { Fields, type FieldText } from "./fields";
import { FormulaReader } from "./formula";
import {
  noProps,
  PLAIN_LOOK,
  resolveLook,
  setLook,
  type Look,
  type LookProps,
} from "./look";
import { describe, readFontText, readSymbol } from "./symbol-fonts";

type Run = { readonly props: LookProps; style: string | null };

/** Reads what runs hold into the paragraph that is open: text by its look, symbols, fields, drawings and formulas. */
export class RunReader {
  private readonly runs: Run[] = [];
  private readonly fields = new Fields();
  /** Drawings that are open; null is a text box within one, whose words are a story of their own. */
  private readonly drawings: (DrawingReader | null)[] = [];
  private formula: FormulaReader | null = null;
  private formulaDepth = 0;
  /** Boxes to tick that are content controls: whether each is ticked, and whether its sign was in the text. */
  private readonly controls: { isChecked: boolean | null; hasText: boolean }[] =
    [];
  /** Takes the mark of a note that the author typed, which is the text that follows its reference. */
  private takeMark: ((text: string) => void) | null = null;

  constructor(
    private readonly styles: Styles,
    private readonly paragraph: () => ParagraphBuilder | undefined,
  ) {}

  /** How the run that is open looks. */
  get look(): Look {
    const run = this.runs.at(-1);
    if (run === undefined) return PLAIN_LOOK;
    return resolveLook(
      this.styles.meaningOf(this.paragraph()?.style ?? null).look,
      this.styles.lookOf(run.style),
      run.props,
    );
  }

  /** Takes an element if it is part of a formula or a drawing, of which nothing else is read. */
  openWithin(element: XmlElement, depth: number): boolean {
    if (this.formula !== null) {
      this.formula.openElement(element);
      return true;
    }
    if (element.isMath && element.name === "oMath") {
      this.formula = new FormulaReader();
      this.formulaDepth = depth;
      return true;
    }
    this.drawings.at(-1)?.openElement(element);
    return false;
  }

  /** Closes an element of a formula; tells whether it was one. */
  closeWithin(depth: number): boolean {
    if (this.formula === null) return false;
    if (depth >= this.formulaDepth) this.formula.closeElement();
    else this.endFormula(this.formula);
    return true;
  }

  open(element: XmlElement, names: readonly string[]): void {
    const { name } = element;
    if (name === "r") this.runs.push({ props: noProps(), style: null });
    if (name === "drawing" || name === "pict" || name === "object")
      this.drawings.push(new DrawingReader(name));
    if (name === "txbxContent") this.drawings.push(null);
    if (name === "sdt") this.controls.push({ isChecked: null, hasText: false });
    if (name === "fldSimple") this.beginSimple(element);
    if (names.at(-2) === "rPr" && names.at(-3) === "r") this.setRun(element);
    if (names.at(-2) === "r") this.readContent(element);
    this.readForm(element, names.at(-2));
  }

  /** Takes a property of a content control that Word's newer vocabulary has. */
  openOther(
    { name, attributes }: XmlElement,
    parent: string | undefined,
  ): void {
    const control = this.controls.at(-1);
    if (name === "checked" && parent === "checkbox" && control !== undefined)
      control.isChecked = isOn(attributes);
  }

  close(name: string): void {
    if (name === "r") this.runs.pop();
    if (name === "txbxContent") this.drawings.pop();
    if (name === "fldSimple") this.show(this.fields.end());
    if (name === "sdt") this.endControl();
    if (name === "drawing" || name === "pict" || name === "object") {
      const drawing = this.drawings.pop();
      if (drawing != null) this.show(drawing.result());
    }
  }

  /** Takes the characters of w:t, or of a formula. */
  append(text: string): void {
    if (this.formula !== null) this.formula.addText(text);
    else if (this.fields.isInCode) this.fields.addCode(text);
    else if (!this.fields.isRepeated) this.add(text);
  }

  /** Takes the code of a field. */
  appendCode(text: string): void {
    if (this.fields.isInCode) this.fields.addCode(text);
  }

  /** Waits for the mark that an author typed for a note. */
  awaitMark(take: (text: string) => void): void {
    this.takeMark = take;
  }

  /** Ends what a paragraph may leave open. */
  endParagraph(): void {
    const take = this.takeMark;
    this.takeMark = null;
    take?.("");
  }

  private add(text: string): void {
    if (text === "") return;
    const { look } = this;
    if (this.takeMark !== null && text.trim() !== "" && !look.hidden) {
      const take = this.takeMark;
      this.takeMark = null;
      take(readFontText(text, look.fonts).text);
      return;
    }
    this.fields.sawResult();
    for (const control of this.controls) control.hasText = true;
    this.paragraph()?.add(text, look);
  }

  private setRun(element: XmlElement): void {
    const run = this.runs.at(-1);
    if (run === undefined) return;
    if (element.name === "rStyle")
      run.style = element.attributes["val"] ?? null;
    else setLook(run.props, element);
  }

  private readContent({ name, attributes }: XmlElement): void {
    switch (name) {
      case "tab":
      case "ptab":
        this.append("\t");
        return;
      case "cr":
      case "br":
        this.append("\n");
        return;
      case "noBreakHyphen":
        this.append("-");
        return;
      case "sym":
        this.readSym(attributes);
        return;
      case "fldChar":
        this.readFieldChar(attributes["fldCharType"] ?? "");
        return;
      default:
        return;
    }
  }

  private readSym(attributes: XmlElement["attributes"]): void {
    const font = attributes["font"] ?? "";
    const code = Number.parseInt(attributes["char"] ?? "", 16);
    const text = Number.isNaN(code) ? null : readSymbol(font, code);
    if (text === null)
      this.show({
        text: UNREADABLE,
        remark: { kind: "symbol", detail: describe(font, code || 0) },
      });
    else if (this.fields.isInCode) this.fields.addCode(text);
    // The character is read; the run's own typefaces say nothing about it.
    else if (!this.fields.isRepeated) this.addSign(text);
  }

  private readFieldChar(type: string): void {
    if (type === "begin") this.fields.begin();
    if (type === "separate") this.fields.separate();
    if (type === "end") this.show(this.fields.end());
  }

  private beginSimple({ attributes }: XmlElement): void {
    this.fields.begin();
    this.fields.addCode(attributes["instr"] ?? "");
    this.fields.separate();
  }

  private readForm(
    { name, attributes }: XmlElement,
    parent: string | undefined,
  ): void {
    if (parent === "ffData" && name === "checkBox")
      this.fields.setForm("checkBox");
    if (parent === "ffData" && name === "ddList")
      this.fields.setForm("dropDown");
    const { form } = this.fields;
    if (form === null || (parent !== "checkBox" && parent !== "ddList")) return;
    if (name === "checked") form.checked = isOn(attributes);
    if (name === "default" && form.kind === "checkBox")
      form.checked ??= isOn(attributes);
    if (name === "result" || (name === "default" && form.kind === "dropDown"))
      form.chosen = Number(attributes["val"]) || 0;
    if (name === "listEntry" && form.entries.length < 1000)
      form.entries.push(attributes["val"] ?? "");
  }

  private endControl(): void {
    const control = this.controls.pop();
    if (control?.isChecked == null || control.hasText) return;
    this.addSign(control.isChecked ? "☑" : "□");
  }

  private endFormula(formula: FormulaReader): void {
    this.formula = null;
    const line = formula.result();
    const remark =
      line === null || line.isComplex
        ? { kind: "formula" as const, detail: line?.text ?? null }
        : null;
    this.show({ text: line?.text ?? placeholder("formula", null), remark });
  }

  private addSign(text: string): void {
    if (this.takeMark !== null) {
      this.add(text);
      return;
    }
    this.fields.sawResult();
    for (const control of this.controls) control.hasText = true;
    this.paragraph()?.add(text, { ...this.look, fonts: {} });
  }

  /** Shows what stands for a field, a drawing or a formula; within the code of a field it is a part of the code. */
  private show({
    text,
    remark,
  }: FieldText | ReturnType<DrawingReader["result"]>): void {
    if (this.fields.isInCode) this.fields.addCode(text);
    if (this.fields.isInCode || this.fields.isRepeated) return;
    if (this.look.hidden) return;
    if (remark !== null) this.paragraph()?.remark(remark.kind, remark.detail);
    if (text !== "") this.addSign(text);
  }
}
