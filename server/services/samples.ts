import { readFile } from "node:fs/promises";
import path from "node:path";
import { readBundle } from "@/core/bundle/read-bundle";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import { listDocumentSummaries } from "@/server/db/documents";
import {
  giveSamples,
  isPastSamples,
  lockSamples,
  setSampleKey,
} from "@/server/db/samples";
import { newId } from "@/server/ids";
import { storeBundle } from "@/server/services/bundles/store-bundle";

const SAMPLES = ["quzhou-15th-fyp"] as const;

/**
 * Stores the sample projects that ship with the product, owned by nobody until the first account claims them. Once
 * there is an account it does nothing: a sample that was deleted stays deleted.
 */
export async function loadSamples(): Promise<void> {
  if (await isPastSamples()) return;
  await transaction(async (db) => {
    await lockSamples(db);
    if (await isPastSamples(db)) return;
    for (const key of SAMPLES) {
      const bundle = readBundle(await readSample(key));
      const { projectId } = await storeBundle(bundle, null, db);
      await setSampleKey(projectId, key, db);
    }
  });
}

function readSample(key: string): Promise<string> {
  return readFile(
    path.join(process.cwd(), "samples", key, "bundle.json"),
    "utf8",
  );
}

/** Gives the samples to the first account; returns the place to start at, or null where there is none. */
export async function claimSamples(
  accountId: string,
  db: Db,
): Promise<{ readonly projectId: string; readonly documentId: string } | null> {
  const projectIds = await giveSamples(accountId, db);
  for (const projectId of projectIds) {
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId,
        action: "members.join",
        subjectId: accountId,
        data: { role: "owner" },
      },
      db,
    );
  }
  const [projectId] = projectIds;
  if (projectId === undefined) return null;
  const [document] = await listDocumentSummaries(projectId, db);
  return document === undefined ? null : { projectId, documentId: document.id };
}
