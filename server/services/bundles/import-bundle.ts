import type { Actor } from "@/core/access/can";
import { MAX_BUNDLE_BYTES } from "@/core/bundle/bundle";
import type { ImportBundleInput } from "@/core/bundle/inputs";
import { readBundle } from "@/core/bundle/read-bundle";
import { AppError } from "@/core/errors";
import { transaction } from "@/server/db/client";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { storeBundle, type StoredBundle } from "./store-bundle";

/** Makes a new project of a bundle's file; the actor owns it. */
export async function importBundle(
  actor: Actor,
  input: ImportBundleInput,
): Promise<StoredBundle> {
  await countAttempt(LIMITS.importBundle, actor.accountId);
  if (Buffer.byteLength(input.text, "utf8") > MAX_BUNDLE_BYTES) {
    throw new AppError("too_large", "too_large");
  }
  const bundle = readBundle(input.text);
  return transaction((db) => storeBundle(bundle, actor.accountId, db));
}
