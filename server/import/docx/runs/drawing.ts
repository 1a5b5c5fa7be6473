import { placeholder, type PlaceholderKind } from "@/core/source/placeholder";
import type { RemarkKind } from "@/core/source/remark";
import type { XmlElement } from "@/server/import/docx/xml";

/** What stands for a picture or an object in the text. */
export type DrawingText = {
  readonly text: string;
  readonly remark: {
    readonly kind: RemarkKind;
    readonly detail: string | null;
  } | null;
};

/** Programs whose objects are formulas. */
const EQUATION = /^(?:Equation|MathType|AxMath|KSEE|WPSEquation)/i;
/** File names and addresses, which programs put for a description, describe nothing. */
const FILE_NAME =
  /^(?:[a-z]:\\|https?:|file:)|\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$/i;

/**
 * Reads a drawing of either kind (w:drawing, w:pict) or an embedded object (w:object) while its elements come in. Lines and
 * shapes without words are ornament and are left out, as are those that the file calls decorative.
 */
export class DrawingReader {
  private description: string | null = null;
  private picture = false;
  private words = "";
  private program: string | null = null;
  private isDecorative = false;
  private hasBox = false;

  constructor(private readonly holder: "drawing" | "pict" | "object") {}

  openElement({ name, attributes }: XmlElement): void {
    switch (name) {
      case "docPr":
      case "cNvPr":
        this.describe(attributes["descr"]);
        this.describe(attributes["title"]);
        return;
      case "pic":
      case "imagedata":
      case "chart":
      case "relIds":
      case "contentPart":
      case "model3d":
        this.picture = true;
        return;
      case "shape":
      case "rect":
      case "group":
        this.describe(attributes["alt"]);
        return;
      case "textpath":
        this.words += attributes["string"] ?? "";
        return;
      case "txbxContent":
        this.hasBox = true;
        return;
      case "decorative":
        this.isDecorative ||= attributes["val"] === "1";
        return;
      case "OLEObject":
        this.program = attributes["ProgID"] ?? "";
        return;
      default:
        return;
    }
  }

  /** What takes its place in the text. */
  result(): DrawingText {
    if (this.holder === "object" || this.program !== null) return this.object();
    const isShown = this.picture || (this.description !== null && !this.hasBox);
    if (!isShown || this.isDecorative)
      return { text: this.words.trim(), remark: null };
    return this.holding("picture", "picture", this.description);
  }

  private object(): DrawingText {
    const program = this.program ?? "";
    return EQUATION.test(program)
      ? this.holding("formula", "formula", this.description)
      : this.holding("object", "embedded-object", this.description ?? program);
  }

  private holding(
    kind: PlaceholderKind,
    remark: RemarkKind,
    detail: string | null,
  ): DrawingText {
    return {
      text: placeholder(kind, this.description),
      remark: { kind: remark, detail },
    };
  }

  private describe(words: string | undefined): void {
    const description = words?.trim() ?? "";
    if (description !== "" && !FILE_NAME.test(description))
      this.description ??= description;
  }
}
