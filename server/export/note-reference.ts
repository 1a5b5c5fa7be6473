import { Run, XmlAttributeComponent, XmlComponent } from "docx";

/** The name of the place where a footnote's number stands; hidden, as Word hides its own. */
export const noteBookmark = (number: number) => `_Note${number}`;

/**
 * Writes a footnote's number a second time: a field that follows when Word renumbers, with the number as it is now for
 * every other program.
 */
export function writeCrossReference(number: number): readonly Run[] {
  return fieldOf(` NOTEREF ${noteBookmark(number)} \\f \\h `, [
    superior(String(number)),
  ]);
}

function fieldOf(instruction: string, result: readonly Run[]): readonly Run[] {
  return [
    superior(new FieldCharacter("begin")),
    superior(new Instruction(instruction)),
    superior(new FieldCharacter("separate")),
    ...result,
    superior(new FieldCharacter("end")),
  ];
}

/** What parts two numbers that stand side by side. */
export const writeSeparator = () => superior(", ");

// Raised by itself too: not every program asks the style of a run.
const superior = (child: XmlComponent | string) =>
  new Run({ style: "FootnoteReference", superScript: true, children: [child] });

class FieldCharacterType extends XmlAttributeComponent<{ type: string }> {
  protected override readonly xmlKeys = { type: "w:fldCharType" };
}

class FieldCharacter extends XmlComponent {
  constructor(type: "begin" | "separate" | "end") {
    super("w:fldChar");
    this.root.push(new FieldCharacterType({ type }));
  }
}

class SpaceAttribute extends XmlAttributeComponent<{ space: "preserve" }> {
  protected override readonly xmlKeys = { space: "xml:space" };
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super("w:instrText");
    this.root.push(new SpaceAttribute({ space: "preserve" }), text);
  }
}
