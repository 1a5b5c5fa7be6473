import { Run, XmlAttributeComponent, XmlComponent } from "docx";

/** The name of the place where a footnote's number stands; hidden, as Word hides its own. */
export const noteBookmark = (number: number) => `_Note${number}`;

/**
 * Writes a footnote's number a second time: a field that follows the number when Word renumbers, with the number as it is
 * now for every other program.
 */
export function writeCrossReference(number: number): readonly Run[] {
  const instruction = ` NOTEREF ${noteBookmark(number)} \\f \\h `;
  return [
    run(new FieldCharacter("begin")),
    run(new Instruction(instruction)),
    run(new FieldCharacter("separate")),
    run(String(number)),
    run(new FieldCharacter("end")),
  ];
}

const run = (child: XmlComponent | string) =>
  new Run({ style: "FootnoteReference", children: [child] });

class FieldCharacterAttributes extends XmlAttributeComponent<{ type: string }> {
  protected override readonly xmlKeys = { type: "w:fldCharType" };
}

class FieldCharacter extends XmlComponent {
  constructor(type: "begin" | "separate" | "end") {
    super("w:fldChar");
    this.root.push(new FieldCharacterAttributes({ type }));
  }
}

class SpaceAttributes extends XmlAttributeComponent<{ space: "preserve" }> {
  protected override readonly xmlKeys = { space: "xml:space" };
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super("w:instrText");
    this.root.push(new SpaceAttributes({ space: "preserve" }), text);
  }
}
