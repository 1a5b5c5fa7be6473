import type { RichText } from "@/core/text/rich-text";
import type { Db } from "./client";
import { deriveText, type DerivedText, type TextKind } from "./derived-text";

/**
 * Folds a live text's log into its state. What is folded is what the database holds, never what some memory holds,
 * so that nothing can be lost by folding. Needs a transaction. Returns how many updates were folded.
 */
export async function foldLiveText(
  textId: string,
  merge: (
    state: Uint8Array | null,
    updates: readonly Uint8Array[],
  ) => {
    readonly state: Uint8Array<ArrayBuffer>;
    readonly richText: RichText;
  },
  db: Db,
): Promise<number> {
  const [text] = await db.$queryRaw<
    { state: Uint8Array | null; kind: TextKind }[]
  >`
    SELECT "state", "kind"::text AS "kind" FROM "LiveText" WHERE "id" = ${textId}::uuid FOR UPDATE`;
  const updates = await db.liveUpdate.findMany({
    where: { textId },
    orderBy: { id: "asc" },
    select: { id: true, update: true },
  });
  const last = updates.at(-1);
  if (text === undefined || last === undefined) return 0;
  const { state, richText } = merge(
    text.state,
    updates.map(({ update }) => update),
  );
  await db.liveText.update({
    where: { id: textId },
    data: { state, ...storedOf(deriveText(richText, text.kind)) },
    select: { id: true },
  });
  await db.liveUpdate.deleteMany({ where: { textId, id: { lte: last.id } } });
  return updates.length;
}

function storedOf({ noteIds, ...derived }: DerivedText) {
  return { ...derived, noteIds: [...noteIds] };
}
