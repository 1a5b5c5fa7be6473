import { setImmediate } from "node:timers/promises";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { AppError } from "@/core/errors";
import type { ZipArchive } from "./zip";

/** An element of a part: its local name, the vocabularies it may belong to, and its attributes by local name. */
export type XmlElement = {
  readonly name: string;
  readonly isWord: boolean;
  /** Whether it is part of a formula. */
  readonly isMath: boolean;
  readonly attributes: Readonly<Record<string, string>>;
};

export type XmlHandler = {
  readonly open: (element: XmlElement) => void;
  readonly close: (name: string, isWord: boolean) => void;
  readonly text: (text: string) => void;
};

/** Transitional files and strict ones name the same elements in two namespaces. */
const WORD = /wordprocessingml\/(?:2006\/)?main$/;
const MATH = /\/officeDocument\/(?:2006\/)?math$/;
const MAX_DEPTH = 2000;
/** Pieces between which other requests get their turn. */
const TURN = 16;

/**
 * Reads a part of a Word file piece by piece. Of what the file has in several forms (mc:AlternateContent) the handler
 * sees the first one, without the elements around it. A document type is refused: no Word file has one, and it is the
 * door for entities that unpack without end.
 */
export async function readXml(
  archive: ZipArchive,
  part: string,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const decoder = new TextDecoder("utf-8");
  const alternates = new Alternates();
  let depth = 0;
  parser.on("doctype", () => {
    throw new AppError("invalid", "source_unreadable");
  });
  parser.on("error", (error) => {
    throw new AppError("invalid", "source_unreadable", { cause: error });
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new AppError("invalid", "source_unreadable");
    if (alternates.open(tag.local)) handler.open(toElement(tag));
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    if (alternates.close(tag.local))
      handler.close(tag.local, WORD.test(tag.uri));
  });
  parser.on("text", (text) => {
    if (!alternates.isLeftOut) handler.text(text);
  });
  let pieces = 0;
  for await (const piece of archive.read(part)) {
    parser.write(decoder.decode(piece, { stream: true }));
    pieces += 1;
    if (pieces % TURN === 0) await setImmediate();
  }
  if (pieces > 0) parser.close();
}

/** Follows content that a file has in several forms for programs of different age. */
class Alternates {
  /** For each open mc:AlternateContent, whether a form was taken. */
  private readonly taken: boolean[] = [];
  /** How many elements are open in a form that is left out. */
  private leftOut = 0;

  get isLeftOut(): boolean {
    return this.leftOut > 0;
  }

  /** Takes note of an element that opens; tells whether the handler sees it. */
  open(name: string): boolean {
    if (this.leftOut > 0) {
      this.leftOut += 1;
      return false;
    }
    if (name === "AlternateContent") {
      this.taken.push(false);
      return false;
    }
    if (!isForm(name) || this.taken.length === 0) return true;
    if (this.taken.at(-1) === true) this.leftOut = 1;
    else this.taken[this.taken.length - 1] = true;
    return false;
  }

  close(name: string): boolean {
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return false;
    }
    if (name === "AlternateContent") this.taken.pop();
    return name !== "AlternateContent" && !isForm(name);
  }
}

function isForm(name: string): boolean {
  return name === "Choice" || name === "Fallback";
}

function toElement(tag: SaxesTagNS): XmlElement {
  const attributes: Record<string, string> = {};
  for (const attribute of Object.values(tag.attributes))
    attributes[attribute.local] = attribute.value;
  return {
    name: tag.local,
    isWord: WORD.test(tag.uri),
    isMath: MATH.test(tag.uri),
    attributes,
  };
}

/** Tells whether an on-off property such as w:b is on. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !["0", "false", "off", "none"].includes(attributes["val"] ?? "");
}
