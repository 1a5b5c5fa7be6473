import { z } from "zod";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import { TERM_CATEGORIES } from "@/core/glossary/term";
import {
  CitationSchema,
  NOTE_STATUSES,
  PUBLISHED_KINDS,
} from "@/core/notes/note";
import { ENGLISHES, FIRST_USE_FORMS } from "@/core/projects/style";
import { PARAGRAPH_KINDS, SourceTableSchema } from "@/core/source/paragraph";
import { RichTextSchema } from "@/core/text/rich-text";
import { CREDIT_ROLES, LicenceSchema } from "./publication";

/** The language of every source, as a BCP 47 tag; an edition's English is in `language.target`. */
export const SOURCE_LANGUAGE = "zh-CN";

const StatusSchema = z.enum(TRANSLATION_STATUSES);

/** A note's number in the Chinese: it stands at `to`, behind the words it explains (UTF-16 offsets, half-open). */
const SourceNoteSchema = z.strictObject({
  noteId: z.uuid(),
  from: z.number().int().min(0),
  to: z.number().int().min(1),
});

const EditionNoteSchema = z.strictObject({
  id: z.uuid(),
  /** 1-based, in the order of the first marks in the English; the same in both texts. */
  number: z.number().int().min(1),
  kind: z.enum(PUBLISHED_KINDS),
  status: z.enum(NOTE_STATUSES),
  /** Without marks of notes: a note has no notes. */
  body: RichTextSchema,
  citations: z.array(CitationSchema),
});

/**
 * Where a term is first used in an English text, so that its Chinese can be written behind its rendering: `place` is the
 * end of the rendering, as a run of a paragraph of the rich text (counted as `runsOf` lists them) and an offset in it.
 */
const FormPlaceSchema = z.strictObject({
  place: z.strictObject({
    paragraph: z.number().int().min(0),
    run: z.number().int().min(0),
    offset: z.number().int().min(0),
  }),
  source: z.string(),
  pinyin: z.string(),
});

const EditionTitleSchema = z.strictObject({
  /** The number of the paragraph that holds the title; null where the document is named after its file. */
  number: z.number().int().min(1).nullable(),
  source: z.string(),
  sourceNotes: z.array(SourceNoteSchema),
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

const EditionFieldSchema = z.strictObject({
  /** A MetadataKey, perhaps with a number behind it ("other-2"). */
  key: z.string(),
  /** What the field is called: as printed in the source, and in English. */
  label: z.strictObject({
    source: z.string().nullable(),
    target: z.string(),
  }),
  /** The number of the paragraph that holds the field; null where it was typed in at import and has no translation. */
  number: z.number().int().min(1).nullable(),
  source: z.string(),
  sourceNotes: z.array(SourceNoteSchema),
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

const EditionParagraphSchema = z.strictObject({
  /** The paragraph's own id, the same in every edition. */
  id: z.string(),
  /** 1-based place in the document, the title and metadata counted too: what readers cite, and `#p37` of its address. */
  number: z.number().int().min(1),
  kind: z.enum(PARAGRAPH_KINDS).exclude(["meta"]),
  level: z.number().int().min(1).nullable(),
  /** Parts of `source.text`, as in the parsed source. */
  marker: z.string().nullable(),
  runIn: z.string().nullable(),
  source: z.strictObject({
    text: z.string(),
    table: SourceTableSchema.nullable(),
    /** In the order of their places in `text`. */
    notes: z.array(SourceNoteSchema),
  }),
  /**
   * The English, a run-in heading in bold; null where there is none yet. Its marks of notes are all in `notes` of the
   * edition; the first mark of a note is where the note is printed. Terms stand in it as the translator wrote them:
   * `prepareEdition` writes the forms of first use.
   */
  target: RichTextSchema.nullable(),
  /** The first uses of terms in `target`, in its order. */
  forms: z.array(FormPlaceSchema),
  status: StatusSchema,
});

/** Numbers of paragraphs in ascending order, each once. */
const PlacesSchema = z.array(z.number().int().min(1));

const EditionTermSchema = z.strictObject({
  source: z.string(),
  pinyin: z.string(),
  target: z.string(),
  /** Whether an official text renders the term so, with that text; or the project alone. */
  origin: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("official"), source: z.string() }),
    z.strictObject({ kind: z.literal("house") }),
  ]),
  category: z.enum(TERM_CATEGORIES),
  /** The body of the term's published note; null where it has none. */
  definition: RichTextSchema.nullable(),
  /** The paragraphs whose Chinese has the term. */
  places: PlacesSchema,
});

const CreditSchema = z.strictObject({
  name: z.string(),
  role: z.enum(CREDIT_ROLES),
});

/**
 * A document as readers get it, whole and in order: the one thing every export and every public page is made from.
 * Version 3 of the stored form; what a version 3 once held is never changed, since frozen editions are kept as they were
 * written.
 */
export const EditionSchema = z.strictObject({
  version: z.literal(3),
  /** The moment at which the texts were read, ISO 8601 in UTC. */
  asOf: z.iso.datetime(),
  documentId: z.uuid(),
  language: z.strictObject({
    source: z.literal(SOURCE_LANGUAGE),
    target: z.enum(ENGLISHES),
  }),
  /** What makes it an edition that can be cited; null for a draft, the present state of a document. */
  publication: z
    .strictObject({
      slug: z.string(),
      number: z.number().int().min(1),
      /** ISO 8601 (yyyy-mm-dd). */
      date: z.iso.date(),
      /** What changed since the last edition; "" for the first. */
      changes: z.string(),
      /** The whole address of the edition: `https://…/e/slug/1`. */
      address: z.string(),
    })
    .nullable(),
  title: EditionTitleSchema,
  metadata: z.array(EditionFieldSchema),
  /** Where the Chinese text comes from; what is not known is null. */
  source: z.strictObject({
    /** In either language or both. */
    issuingBody: z
      .strictObject({
        source: z.string().nullable(),
        target: z.string().nullable(),
      })
      .nullable(),
    documentNumber: z.string().nullable(),
    /** ISO 8601 (yyyy-mm-dd). */
    date: z.string().nullable(),
    /** Who published it ("衢州日报"), as printed. */
    publisher: z.string().nullable(),
    address: z.string().nullable(),
    archivedAddress: z.string().nullable(),
    /** Hex SHA-256 of the source text in UTF-8. */
    sha256: z.string(),
  }),
  credits: z.array(CreditSchema),
  licence: LicenceSchema.nullable(),
  /** That the Chinese text prevails. */
  statement: z.string(),
  /** The translator's introduction, and the conventions of the translation, without marks of notes. */
  introduction: RichTextSchema.nullable(),
  conventions: RichTextSchema.nullable(),
  paragraphs: z.array(EditionParagraphSchema),
  /** The published notes that have a place, by number. */
  notes: z.array(EditionNoteSchema),
  /** The approved terms that occur, by pinyin. */
  glossary: z.array(EditionTermSchema),
  /** The names among them (persons, places, organisations) by English, where the project wants an index; else empty. */
  names: z.array(
    EditionTermSchema.pick({
      source: true,
      pinyin: true,
      target: true,
      category: true,
      places: true,
    }),
  ),
  /** Abbreviations that the English explains ("gross domestic product (GDP)"), by the short form. */
  abbreviations: z.array(
    z.strictObject({
      short: z.string(),
      long: z.string(),
      /** The paragraph that explains it. */
      number: z.number().int().min(1),
    }),
  ),
  /** The form that the project gives to terms at their first use. */
  firstUse: z.enum(FIRST_USE_FORMS),
  /** How to cite it. */
  citation: z.strictObject({
    text: z.string(),
    bibtex: z.string(),
    ris: z.string(),
    /** A CSL-JSON item. */
    csl: z.record(z.string(), z.json()),
  }),
  /**
   * What the team has to say to itself (notes of kind doubt), asked for with an export of a draft; never in a frozen
   * edition.
   */
  remarks: z.array(
    z.strictObject({
      id: z.uuid(),
      /** The paragraph it is about. */
      number: z.number().int().min(1),
      author: z.string(),
      date: z.iso.datetime(),
      body: RichTextSchema,
    }),
  ),
});

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Edition = DeepReadonly<z.infer<typeof EditionSchema>>;
export type EditionPublication = NonNullable<Edition["publication"]>;
export type EditionTitle = Edition["title"];
export type EditionField = Edition["metadata"][number];
export type EditionParagraph = Edition["paragraphs"][number];
export type EditionNote = Edition["notes"][number];
export type EditionTerm = Edition["glossary"][number];
export type EditionName = Edition["names"][number];
export type EditionRemark = Edition["remarks"][number];
export type FormPlace = EditionParagraph["forms"][number];
export type SourceNote = EditionParagraph["source"]["notes"][number];

/** How much of a document is ready, in paragraphs. */
export type ExportView = {
  readonly paragraphs: number;
  readonly untranslated: number;
  /** Translated, but not approved by a reviewer yet. */
  readonly unapproved: number;
  /** Published notes of the document, term notes that are used in it included. */
  readonly notes: number;
  /** Notes that no mark in the English places: they are not printed. */
  readonly unplacedNotes: number;
  /** Notes that no reviewer has looked at yet. */
  readonly unreviewedNotes: number;
};
