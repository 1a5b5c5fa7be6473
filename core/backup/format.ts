import { z } from "zod";

/** What the first line of a backup says that it is. */
export const BACKUP_FORMAT = "duizhao-backup";

/** The version of the form that this product writes, and the newest that it reads. */
export const BACKUP_VERSION = 1;

/** The line that ends the rows of a table: PostgreSQL never writes a row like it. */
export const END_OF_ROWS = "\\.";

/** The longest line that is not a row. The header of a thousand migrations takes a fifth of it. */
export const MAX_LINE = 1024 * 1024;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().nonnegative();
// PostgreSQL cuts names at 63 bytes.
const Name = z.string().min(1).max(63);

/** The first line: what the file is and which state of the schema its rows belong to. */
export const BackupHeader = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  /** The version of Duizhao that wrote the file. */
  product: z.string().max(100),
  /** The version of the database server that it was read from. */
  postgres: z.string().max(100),
  createdAt: z.iso.datetime(),
  /** The migrations that the database had, in order. */
  migrations: z
    .array(z.strictObject({ name: z.string().max(255), checksum: Sha256 }))
    .min(1)
    .max(10_000),
  /** Tables that were left out on purpose. */
  leftOut: z.array(Name).max(1000),
});
export type BackupHeader = z.output<typeof BackupHeader>;

/** The line before the rows of a table. */
export const TableHead = z.strictObject({
  table: Name,
  columns: z.array(Name).min(1).max(1600),
});
export type TableHead = z.output<typeof TableHead>;

/** The line behind the rows of a table: what must have been read. */
export const TableEnd = z.strictObject({
  rows: Count,
  /** Bytes of the rows, line ends included. */
  bytes: Count,
  sha256: Sha256,
});
export type TableEnd = z.output<typeof TableEnd>;

/** The last line: where counting goes on, and what the file must hold. */
export const BackupEnd = z.strictObject({
  sequences: z
    .array(
      z.strictObject({
        name: Name,
        /** A 64-bit number, in digits. */
        value: z.string().regex(/^-?\d{1,19}$/),
        /** False where the value itself has not been given yet. */
        isCalled: z.boolean(),
      }),
    )
    .max(1000),
  tables: Count,
  rows: Count,
  bytes: Count,
  /** Of all lines before this one, line ends included. */
  sha256: Sha256,
});
export type BackupEnd = z.output<typeof BackupEnd>;

/**
 * Why a file cannot be restored: it is no backup, one of a newer Duizhao, or a backup that is not as it was
 * written (`detail` says where).
 */
export class BackupError extends Error {
  override readonly name = "BackupError";
  constructor(
    readonly kind: "foreign" | "newer" | "damaged",
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${detail}`, options);
  }
}
