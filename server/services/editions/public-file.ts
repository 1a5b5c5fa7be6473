import type { Tombstone } from "@/core/editions/public-views";
import { AppError } from "@/core/errors";
import {
  DEFAULT_OPTIONS,
  FORMATS,
  type ExportChoice,
  type ExportedFile,
} from "@/core/export/options";
import { canonicalJson } from "@/core/text/canonical-json";
import { findEditionFile, insertEditionFile } from "@/server/db/edition-files";
import type { PublicEditionRow } from "@/server/db/public-editions";
import { PUBLIC } from "@/server/threads/limits";
import { defineTask } from "@/server/threads/task";
import { editionBundleName, takeEditionBundle } from "./document-bundle";
import { packForExport } from "./edition-tasks";
import { asked, needQueue } from "./need-queue";
import { findRowAt, isWithdrawn, tombstoneOf } from "./public-editions";

/** What anyone may choose of a download; all else is as usual, so that there are few files to keep. */
export type PublicChoice = Pick<ExportChoice, "format"> &
  Pick<ExportChoice["options"], "layout" | "paper">;

/** What stands at the address of a download. */
export type PublicFile =
  | { readonly kind: "file"; readonly file: ExportedFile }
  | { readonly kind: "withdrawn"; readonly tombstone: Tombstone };

/**
 * A file of an edition: whoever asks first has it written, and everybody after gets the same bytes for ever. Null where
 * there is no such edition; throws `unavailable` where it cannot be written.
 */
export async function publicFile(
  slug: string,
  number: number,
  choice: PublicChoice,
): Promise<PublicFile | null> {
  const row = await findRowAt(slug, number);
  if (row === null) return null;
  if (isWithdrawn(row))
    return { kind: "withdrawn", tombstone: tombstoneOf(row) };
  if (choice.format === "bundle") {
    const filename = editionBundleName(slug, number);
    return {
      kind: "file",
      file: await takeEditionBundle({ owner: PUBLIC }, row.id, filename),
    };
  }
  return { kind: "file", file: await findOrWrite(row, choice) };
}

// Many may come at once for a file that nobody has asked for yet: it is written once.
const underWay = new Map<string, Promise<ExportedFile>>();

async function findOrWrite(
  { id }: PublicEditionRow,
  { format, layout, paper }: PublicChoice,
): Promise<ExportedFile> {
  const options = { ...DEFAULT_OPTIONS, layout, paper };
  const key = keyOf({ format, layout, paper });
  const kept = await findFile({ owner: PUBLIC }, { id, key });
  if (kept !== null) return kept;
  const flight = `${id} ${key}`;
  const started = underWay.get(flight);
  if (started !== undefined) return started;
  if ((givenUp.get(flight) ?? 0) > Date.now())
    throw new AppError("unavailable", "export_failed");
  const writing = writeFile(id, key, { format, options })
    .catch((error: unknown) => {
      if (isTooMuch(error)) giveUp(flight);
      throw error;
    })
    .finally(() => underWay.delete(flight));
  underWay.set(flight, writing);
  return writing;
}

// What took all the time or memory that there is takes it again: nobody may keep the queue busy with asking.
const GIVEN_UP_FOR = 10 * 60_000;
const MOST_GIVEN_UP = 10_000;
const givenUp = new Map<string, number>();

const isTooMuch = (error: unknown) =>
  error instanceof AppError &&
  ["export_too_large", "export_timeout", "export_failed"].includes(
    error.message,
  );

function giveUp(flight: string): void {
  givenUp.delete(flight);
  givenUp.set(flight, Date.now() + GIVEN_UP_FOR);
  for (const oldest of givenUp.keys()) {
    if (givenUp.size <= MOST_GIVEN_UP) return;
    givenUp.delete(oldest);
  }
}

/** Never changed: what is kept is found again by keys that leave it out. */
const USUAL = { layout: "english", paper: "a4" } as const;

/** The name under which a file is kept. Options that a format gets later do not change it. */
function keyOf({ format, ...choice }: PublicChoice): string {
  const special = (["layout", "paper"] as const).filter(
    (name) =>
      choice[name] !== USUAL[name] && FORMATS[format].options.includes(name),
  );
  const told = special.map((name) => [name, choice[name]]);
  return canonicalJson({ format, ...Object.fromEntries(told) });
}

async function writeFile(
  editionId: string,
  key: string,
  choice: ExportChoice,
): Promise<ExportedFile> {
  const sent = { owner: PUBLIC };
  const edition = await packForExport(sent, {
    from: { editionId },
    isPreview: false,
  });
  const file = await asked(needQueue().run(edition, choice));
  return keepFile(sent, { id: editionId, key, file });
}

type Place = { readonly id: string; readonly key: string };

const findFile = defineTask("editions.find-file", ({ id, key }: Place) =>
  findEditionFile(id, key),
);

const keepFile = defineTask(
  "editions.keep-file",
  async ({ id, key, file }: Place & { readonly file: ExportedFile }) => {
    await insertEditionFile(id, key, file);
    // Another process may have been faster: its file is the one.
    return (await findEditionFile(id, key)) ?? file;
  },
);
