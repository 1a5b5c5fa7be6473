import { z } from "zod";
import { thawEdition } from "@/core/editions/frozen";
import { MAX_SLUG, SLUG } from "@/core/editions/publication";
import type {
  PublicEdition,
  PublicEditionItem,
  Tombstone,
} from "@/core/editions/public-views";
import type { PublicDocument } from "@/core/editions/views";
import { findEditionBody } from "@/server/db/editions";
import {
  findEditionAt,
  listEditionsOf,
  listNewestEditions,
  listStandingEditions,
  type PublicEditionRow,
} from "@/server/db/public-editions";

// What anyone may read, without an account: nothing here takes an actor, and nothing gives more of an edition that was
// withdrawn than its tombstone.

/** Where an edition is. */
export type EditionPlace = { readonly slug: string; readonly number: number };

/** Documents that the home page lists at most. */
const MAX_DOCUMENTS = 500;

/** The edition at an address, whole; its tombstone where it was withdrawn; null where there never was one. */
export async function findPublicEdition(
  slug: string,
  number: number,
): Promise<PublicEdition | null> {
  const row = await findRowAt(slug, number);
  if (row === null) return null;
  if (isWithdrawn(row))
    return { kind: "withdrawn", tombstone: tombstoneOf(row) };
  const stored = await findEditionBody(row.id);
  if (stored === null) return null;
  return {
    kind: "edition",
    edition: thawEdition(stored.body),
    sha256: stored.sha256,
    publishedAt: row.publishedAt.toISOString(),
  };
}

/** Lists the editions of a slug, newest first; those that were withdrawn are named as such. */
export async function listPublicEditions(
  slug: string,
): Promise<readonly PublicEditionItem[]> {
  if (!isSlug(slug)) return [];
  return (await listEditionsOf(slug)).map(itemOf);
}

/** Lists the editions that stand, last published first: for feeds and site maps. */
export async function listRecentEditions(
  limit: number,
): Promise<readonly PublicEditionItem[]> {
  return (await listStandingEditions(limit)).map(itemOf);
}

/** Lists what there is to read: the newest standing edition of each document, last published first. */
export async function listPublicDocuments(): Promise<
  readonly PublicDocument[]
> {
  const rows = await listNewestEditions(MAX_DOCUMENTS);
  return rows.map(({ publishedAt, ...row }) => ({
    ...row,
    date: publishedAt.toISOString().slice(0, 10),
  }));
}

/** The row at an address that may be one; for the public services only. */
export async function findRowAt(
  slug: string,
  number: number,
): Promise<PublicEditionRow | null> {
  const isNumber = z.int32().min(1).safeParse(number).success;
  return isSlug(slug) && isNumber ? findEditionAt(slug, number) : null;
}

function isSlug(slug: string): boolean {
  return slug.length <= MAX_SLUG && SLUG.test(slug);
}

type WithdrawnRow = PublicEditionRow & { readonly withdrawnAt: Date };

/** Tells whether an edition was withdrawn. */
export function isWithdrawn(row: PublicEditionRow): row is WithdrawnRow {
  return row.withdrawnAt !== null;
}

/** All that is told of an edition that was withdrawn. */
export function tombstoneOf(row: WithdrawnRow): Tombstone {
  const { slug, number, title, sourceTitle } = row;
  return {
    slug,
    number,
    title,
    sourceTitle,
    publishedAt: row.publishedAt.toISOString(),
    withdrawnAt: row.withdrawnAt.toISOString(),
    reason: row.withdrawnReason ?? "",
  };
}

function itemOf(row: PublicEditionRow): PublicEditionItem {
  const { slug, number, title, sourceTitle, changes } = row;
  const item = {
    slug,
    number,
    title,
    sourceTitle,
    publishedAt: row.publishedAt.toISOString(),
  };
  if (!isWithdrawn(row)) return { ...item, changes, withdrawn: null };
  const { withdrawnAt: at, reason } = tombstoneOf(row);
  return { ...item, changes: "", withdrawn: { at, reason } };
}
