import { compareEditions } from "@/core/editions/compare-editions";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import type { PublicEditionItem } from "@/core/editions/public-views";
import type { ReaderMode } from "@/core/export/html/controls";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { packEdition } from "@/server/export/edition-pack";
import {
  findPublicEdition,
  type EditionPlace,
} from "@/server/services/editions/public-editions";
import { readDraft } from "@/server/services/editions/public-draft";
import type { EditedDocument } from "@/server/services/editions/read-edition";
import { defineTask } from "@/server/threads/task";
import { FRESH, NEVER, page } from "./answer";
import { pack, type Packed } from "./kept";
import { comparePage } from "./pages/compare";
import { draftPage, editionPage } from "./pages/edition";
import type { Language } from "./routes";
import { speak } from "./words";

// Pages that are as long as their editions: written and packed in a thread, so that only packed bytes come back.

async function findEdition({
  slug,
  number,
}: EditionPlace): Promise<Edition | null> {
  const found = await findPublicEdition(slug, number);
  return found?.kind === "edition" ? found.edition : null;
}

/** Writes the page of an edition; null where it is not there, or was withdrawn. */
export const writeEditionPage = defineTask(
  "reader.edition",
  async ({
    place,
    items,
    mode,
    language,
  }: {
    readonly place: EditionPlace;
    /** All editions of its document, newest first. */
    readonly items: readonly PublicEditionItem[];
    readonly mode: ReaderMode;
    readonly language: Language;
  }): Promise<Packed | null> => {
    const edition = await findEdition(place);
    if (edition === null) return null;
    const prepared = prepareEdition(edition, DEFAULT_OPTIONS);
    const say = speak(language);
    const { html, headers } = editionPage(say, prepared, items, mode);
    return pack(page(html, { ...headers, "cache-control": FRESH }));
  },
);

/** Writes what differs between two editions. */
export const writeComparison = defineTask(
  "reader.comparison",
  async ({
    before,
    after,
    language,
  }: {
    readonly before: PublicEditionItem;
    readonly after: PublicEditionItem;
    readonly language: Language;
  }): Promise<Packed | null> => {
    const earlier = await findEdition(before);
    const later = await findEdition(after);
    if (earlier === null || later === null) return null;
    const comparison = compareEditions(earlier, later);
    const say = speak(language);
    const { html, headers } = comparePage(say, { before, after }, comparison);
    return pack(page(html, { ...headers, "cache-control": FRESH }));
  },
);

/** Writes the page of a draft, which nobody keeps. */
export const writeDraftPage = defineTask(
  "reader.draft",
  async ({
    document,
    mode,
    language,
  }: {
    readonly document: EditedDocument;
    readonly mode: ReaderMode;
    readonly language: Language;
  }): Promise<Packed> => {
    const edition = await readDraft(document);
    const { html, headers } = draftPage(speak(language), edition, mode);
    return pack(
      page(html, {
        ...headers,
        "cache-control": NEVER,
        "x-robots-tag": "noindex, nofollow, noarchive",
        "referrer-policy": "no-referrer",
      }),
    );
  },
);

/** How to cite an edition. */
export const findCitation = defineTask(
  "reader.citation",
  async (place: EditionPlace): Promise<Edition["citation"] | null> =>
    (await findEdition(place))?.citation ?? null,
);

/** An edition without its text, for the picture that stands for it. */
export const packForCard = defineTask(
  "reader.card",
  async (place: EditionPlace): Promise<Uint8Array | null> => {
    const edition = await findEdition(place);
    return edition === null
      ? null
      : packEdition({ ...edition, paragraphs: [] });
  },
);
