import { MAX_SOURCE_BYTES } from "@/core/documents/body-limits.mjs";
import { AppError } from "@/core/errors";
import { tableText, type SourceBlock } from "@/core/source/block";
import { blocksFromMarkdown } from "@/core/source/blocks/from-markdown";
import { blocksFromText } from "@/core/source/blocks/from-text";
import type { SourceMetadata } from "@/core/source/paragraph";
import { cleanText } from "@/core/text/clean-text";
import { isPage } from "@/core/text/data-files";
import { decodeText, faultsOf } from "./encodings";
import { refuseData, refuseFormat, startsAsZip } from "./formats";
import { readDocx } from "./read-docx";
import { readHtml } from "./read-html";

/** A source as it was read from a file or a paste, ready for the parser. */
export type ReadSource = {
  /** The whole text; of a Word file or a page, its blocks on lines of their own. */
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  /** What the file says of the document outside its text; what the text says goes first. */
  readonly known: Partial<SourceMetadata>;
  /** The encoding that was found; null for a Word file or a paste. */
  readonly encoding: string | null;
  readonly mediaType: string;
};

const WORD =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Of a text, at most this share may be no text, or the file is no text at all. */
const MAX_FAULTS = 0.02;

/**
 * Reads a source from the bytes of a file: what it is follows from its content, and its name tells Markdown from text. Throws an
 * AppError that says what to do for a file that cannot be read.
 */
export async function readSource(
  bytes: Uint8Array,
  fileName: string,
): Promise<ReadSource> {
  if (bytes.length > MAX_SOURCE_BYTES) throw tooLarge();
  if (bytes.length === 0) throw new AppError("invalid", "source_empty");
  refuseFormat(bytes);
  if (startsAsZip(bytes))
    return filled({
      ...fromBlocks(await readDocx(bytes)),
      known: {},
      encoding: null,
      mediaType: WORD,
    });
  const extension =
    /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
  const { text, encoding } = decodeText(bytes, charsetOf(bytes));
  if (faultsOf(text) > text.length * MAX_FAULTS)
    throw new AppError("invalid", "source_unreadable");
  refuseData(text, extension);
  return filled({ ...(await readDecoded(text, extension)), encoding });
}

/** Reads a source from text that was pasted. */
export function readPaste(pasted: string): ReadSource {
  if (Buffer.byteLength(pasted) > MAX_SOURCE_BYTES) throw tooLarge();
  const text = cleanText(pasted);
  return filled({
    text,
    blocks: blocksFromText(text),
    known: {},
    encoding: null,
    mediaType: "text/plain",
  });
}

async function readDecoded(
  decoded: string,
  extension: string,
): Promise<Omit<ReadSource, "encoding">> {
  const isNamedPage = /^(?:x?html?|shtml)$/.test(extension);
  if (isPage(decoded) || (isNamedPage && /<[a-z!/]/i.test(decoded))) {
    const { blocks, known } = await readHtml(decoded);
    return { ...fromBlocks(blocks), known, mediaType: "text/html" };
  }
  const text = cleanText(decoded);
  if (/^(?:md|markdown|mdown)$/.test(extension)) {
    return {
      text,
      blocks: blocksFromMarkdown(text),
      known: {},
      mediaType: "text/markdown",
    };
  }
  return {
    text,
    blocks: blocksFromText(text),
    known: {},
    mediaType: "text/plain",
  };
}

function fromBlocks(
  blocks: readonly SourceBlock[],
): Pick<ReadSource, "text" | "blocks"> {
  const texts = blocks.map((block) =>
    block.table === null ? block.text : tableText(block.table),
  );
  return { text: texts.join("\n"), blocks };
}

function filled(source: ReadSource): ReadSource {
  if (source.text.trim() === "" || source.blocks.length === 0)
    throw new AppError("invalid", "source_empty");
  return source;
}

function tooLarge(): AppError {
  return new AppError("too_large", "source_too_large", {
    values: { megabytes: MAX_SOURCE_BYTES / 1024 / 1024 },
  });
}

/** The charset that a page names at its beginning. */
function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (!/<(?:html|meta|head|!doctype|\?xml)/i.test(head)) return null;
  return (
    /<(?:meta[^>]{0,300}charset|\?xml[^>]{0,100}encoding)\s{0,4}=\s{0,4}["']?([\w-]{2,30})/i.exec(
      head,
    )?.[1] ?? null
  );
}
