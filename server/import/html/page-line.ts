import {
  MAX_REMARKS,
  remark,
  type RemarkKind,
  type SourceRemark,
} from "@/core/source/remark";
import { AppError } from "@/core/errors";
import { raiseText, type Raise } from "@/core/text/raised";

type Raised = {
  readonly from: number;
  readonly line: number;
  readonly raise: Raise;
};

/** A line of a page that is being read: its words, what of it is link or bold, and what was left out of it. */
export class PageLine {
  text = "";
  linked = 0;
  lead: number | null = null;
  remarks: SourceRemark[] = [];
  private number = 0;
  private all = 0;
  private readonly raised: Raised[] = [];

  append(text: string, bold: boolean, linked: boolean): void {
    if (!bold && this.lead === null && text.trim() !== "")
      this.lead = this.text.trim().length;
    this.text += text;
    if (linked) this.linked += text.trim().length;
  }

  /** Ends the bold text at the start of the line. */
  endBold(): void {
    if (this.text.trim() !== "") this.lead ??= this.text.trim().length;
  }

  remark(kind: RemarkKind, detail: string | null): void {
    this.all += 1;
    if (this.all > MAX_REMARKS)
      throw new AppError("too_large", "source_too_large");
    this.remarks.push(remark(kind, this.text.length, detail));
  }

  raise(raise: Raise): void {
    this.raised.push({ from: this.text.length, line: this.number, raise });
  }

  /** Writes what was raised since `raise` in raised characters. */
  lower(): void {
    const raised = this.raised.pop();
    if (raised === undefined || raised.line !== this.number) return;
    const words = this.text.slice(raised.from);
    const { text, isExact } = raiseText(words, raised.raise);
    this.text = this.text.slice(0, raised.from) + text;
    if (!isExact) this.remark("superscript", words);
  }

  clear(): void {
    this.text = "";
    this.linked = 0;
    this.lead = null;
    this.remarks = [];
    this.number += 1;
  }
}
