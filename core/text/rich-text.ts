import { z } from "zod";

/**
 * Rich text as it is stored, exported and bundled: plain data that knows neither the editor nor the DOM.
 * `editor/convert.ts` maps it to and from the editor's own form. Marks are kept in the order of MARKS.
 */
export const MARKS = [
  "bold",
  "italic",
  "superscript",
  "subscript",
  "supplied",
] as const;
export type Mark = (typeof MARKS)[number];

export type Run =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly href: string | null;
    }
  | { readonly kind: "break" }
  | NoteMark;

/**
 * The place of a note in a text: drawn as its number, never counted as a word. `ref` tells marks of one note apart
 * inside a text: a copied mark gets a new one, and of two marks with the same note and ref (which merging two people's
 * edits can leave) only the first counts.
 */
export type NoteMark = {
  readonly kind: "note";
  /** The note's id, a UUID. */
  readonly noteId: string;
  readonly ref: string;
};

/** What a mark's `ref` looks like: short, since every mark in every text carries one. */
export const NOTE_REF = /^[a-z0-9]{6,16}$/;

export type Cell = {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: "table"; readonly rows: readonly (readonly Cell[])[] };

/** Version 2 has marks of notes; version 1, which had none, is read as version 2. */
export type RichText = {
  readonly version: 2;
  readonly blocks: readonly Block[];
};

/** A live text is a paragraph or a note, not a book; what would make it longer is not pasted. */
export const MAX_TEXT_CHARACTERS = 100_000;

/** Addresses a link may have; everything else loses its link and keeps its text. */
export const SAFE_HREF = /^(https?:\/\/|mailto:)/i;

const RunSchema: z.ZodType<Run> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    text: z.string().min(1),
    marks: z.array(z.enum(MARKS)),
    href: z.string().regex(SAFE_HREF).nullable(),
  }),
  z.strictObject({ kind: z.literal("break") }),
  z.strictObject({
    kind: z.literal("note"),
    noteId: z.uuid().toLowerCase(),
    ref: z.string().regex(NOTE_REF),
  }),
]);

const BlockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("paragraph"), runs: z.array(RunSchema) }),
    z.strictObject({
      kind: z.literal("list"),
      ordered: z.boolean(),
      start: z.number().int().min(0),
      items: z.array(z.array(BlockSchema)),
    }),
    z.strictObject({
      kind: z.literal("table"),
      rows: z.array(
        z.array(
          z.strictObject({
            header: z.boolean(),
            colspan: z.number().int().min(1).max(100),
            rowspan: z.number().int().min(1).max(1000),
            blocks: z.array(BlockSchema),
          }),
        ),
      ),
    }),
  ]),
);

/** Checks stored or imported rich text of any version and gives it in the present one. */
export const RichTextSchema: z.ZodType<RichText> = z.strictObject({
  version: z.literal([1, 2]).transform(() => 2 as const),
  blocks: z.array(BlockSchema),
});

export const EMPTY_RICH_TEXT: RichText = { version: 2, blocks: [] };

/**
 * Makes rich text of plain text: each line a paragraph; words in [square brackets] become supplied words when
 * `supplied` is true, without the brackets (they are drawn by whoever shows the mark).
 */
export function richTextFromPlain(
  text: string,
  options: { supplied?: boolean } = {},
): RichText {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return {
    version: 2,
    blocks: lines.map((line) => ({
      kind: "paragraph",
      runs: options.supplied === true ? suppliedRuns(line) : plainRun(line),
    })),
  };
}

function plainRun(text: string): readonly Run[] {
  return text === "" ? [] : [{ kind: "text", text, marks: [], href: null }];
}

function suppliedRuns(line: string): readonly Run[] {
  return line.split(/(\[[^[\]]+\])/).flatMap((piece): readonly Run[] => {
    if (piece.startsWith("[") && piece.endsWith("]") && piece.length > 2) {
      return [
        {
          kind: "text",
          text: piece.slice(1, -1),
          marks: ["supplied"],
          href: null,
        },
      ];
    }
    return plainRun(piece);
  });
}

/** The words of a rich text: blocks on lines of their own, cells parted by tabs, supplied words in brackets. */
export function plainText(richText: RichText): string {
  return richText.blocks.map(blockText).join("\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return runsText(block.runs);
    case "list":
      return block.items
        .map((item) => item.map(blockText).join("\n"))
        .join("\n");
    case "table":
      return block.rows
        .map((row) =>
          row.map((cell) => cell.blocks.map(blockText).join(" ")).join("\t"),
        )
        .join("\n");
  }
}

/** The words of a row of runs, supplied words in square brackets; marks of notes are no words. */
export function runsText(runs: readonly Run[]): string {
  let text = "";
  let supplied = false;
  for (const run of runs) {
    if (run.kind === "note") continue;
    const isSupplied = run.kind === "text" && run.marks.includes("supplied");
    if (isSupplied !== supplied) text += isSupplied ? "[" : "]";
    supplied = isSupplied;
    text += run.kind === "text" ? run.text : "\n";
  }
  return supplied ? `${text}]` : text;
}

/** Tells whether a rich text has no words at all. */
export function isEmptyRichText(richText: RichText): boolean {
  return plainText(richText).trim() === "";
}
