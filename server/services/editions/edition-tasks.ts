import { checkEdition } from "@/core/editions/check-edition";
import { countExport } from "@/core/editions/count-edition";
import type { ExportView } from "@/core/editions/edition";
import {
  firstFindings,
  type FirstFindings,
} from "@/core/editions/first-findings";
import type { PublicationDetails } from "@/core/editions/publication";
import { thawEdition } from "@/core/editions/frozen";
import { plainText } from "@/core/text/rich-text";
import { AppError } from "@/core/errors";
import { findEditionBody } from "@/server/db/editions";
import { packEdition, type EditionPack } from "@/server/export/edition-pack";
import { beginningOf } from "@/server/export/beginning-of";
import { defineTask } from "@/server/threads/task";
import { assembleDocument, type EditedDocument } from "./read-edition";

// What is done with whole editions in a thread. Services authorise, and have live texts stored, before they call it.

type Draft = { readonly document: EditedDocument; readonly remarks: boolean };

/** A draft as JSON. */
export const writeDraft = defineTask(
  "editions.write-draft",
  async ({ document, remarks }: Draft): Promise<Uint8Array> => {
    const { edition } = await assembleDocument(document, { remarks });
    return new TextEncoder().encode(JSON.stringify(edition));
  },
);

/** A draft, or a frozen edition, for the export queue; of what is only looked at, the beginning is enough. */
export const packForExport = defineTask(
  "editions.pack",
  async ({
    from,
    isPreview,
  }: {
    readonly from: Draft | { readonly editionId: string };
    readonly isPreview: boolean;
  }): Promise<EditionPack> => {
    const edition =
      "editionId" in from
        ? thawEdition(await readBody(from.editionId))
        : (await assembleDocument(from.document, from)).edition;
    return packEdition(isPreview ? beginningOf(edition) : edition);
  },
);

async function readBody(editionId: string): Promise<string> {
  const stored = await findEditionBody(editionId);
  if (stored === null) throw new AppError("not_found", "not_found");
  return stored.body;
}

/** How much of a draft is ready. */
export const countDraft = defineTask(
  "editions.count",
  async (document: EditedDocument): Promise<ExportView> => {
    const { edition, input } = await assembleDocument(document);
    return countExport(edition, input.notes);
  },
);

/** Findings of one check that the publishing page lists; the rest is listed when these are put right. */
const LISTED = 206;

/** What the publishing page says of a draft. */
export const checkDraft = defineTask(
  "editions.check",
  async (
    document: EditedDocument,
  ): Promise<
    FirstFindings & {
      readonly details: PublicationDetails;
      /** The words of its English title; "" where there is none. */
      readonly english: string;
      /** Whether a paragraph of the document is its title. */
      readonly hasTitle: boolean;
    }
  > => {
    const { edition, input } = await assembleDocument(document);
    const { target } = edition.title;
    return {
      ...firstFindings(checkEdition(input, edition), LISTED),
      details: input.details,
      english: target === null ? "" : plainText(target),
      hasTitle: edition.title.number !== null,
    };
  },
);
