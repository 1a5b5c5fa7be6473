import { createInflateRaw } from "node:zlib";
import { Readable } from "node:stream";
import { AppError } from "@/core/errors";

/** What a file may unpack to, in bytes over all of its parts that are read. */
export const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
/** An end record may be followed by a comment of up to 65,535 bytes. */
const END_REACH = 22 + 0xffff;

type Entry = {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly offset: number;
};

/**
 * A zip archive in memory whose parts are unpacked one by one. What they unpack to is counted while it comes, since
 * the sizes that an archive declares may be false.
 */
export class ZipArchive {
  private unpacked = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens an archive; throws where the bytes are none. */
  static open(bytes: Uint8Array): ZipArchive {
    const buffer = Buffer.from(
      bytes.buffer,
      bytes.byteOffset,
      bytes.byteLength,
    );
    try {
      return new ZipArchive(buffer, readDirectory(buffer));
    } catch (error) {
      throw error instanceof AppError ? error : broken(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Unpacks a part piece by piece; empty where the archive has no such part. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) return;
    if (entry.encrypted) throw new AppError("invalid", "source_encrypted");
    const data = this.dataOf(entry);
    if (entry.method === 0) {
      this.count(data.length);
      yield data;
      return;
    }
    if (entry.method !== 8) throw broken();
    try {
      // Reading ends with the loop: an archive that unpacks without end is given up in time.
      for await (const piece of Readable.from([data]).pipe(
        createInflateRaw(),
      )) {
        this.count((piece as Buffer).length);
        yield piece as Buffer;
      }
    } catch (error) {
      throw error instanceof AppError ? error : broken(error);
    }
  }

  private dataOf(entry: Entry): Buffer {
    const { bytes } = this;
    if (
      entry.offset + 30 > bytes.length ||
      bytes.readUInt32LE(entry.offset) !== LOCAL_RECORD
    )
      throw broken();
    const start =
      entry.offset +
      30 +
      bytes.readUInt16LE(entry.offset + 26) +
      bytes.readUInt16LE(entry.offset + 28);
    if (start + entry.packed > bytes.length) throw broken();
    return bytes.subarray(start, start + entry.packed);
  }

  private count(length: number): void {
    this.unpacked += length;
    if (this.unpacked > MAX_UNPACKED)
      throw new AppError("too_large", "source_unpacked_too_large");
  }
}

function broken(cause?: unknown): AppError {
  return new AppError("invalid", "source_unreadable", { cause });
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw broken();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_RECORD) throw broken();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name.replace(/^\//, ""), {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at +=
      46 +
      nameLength +
      bytes.readUInt16LE(at + 30) +
      bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  for (
    let at = bytes.length - 22;
    at >= Math.max(0, bytes.length - END_REACH);
    at -= 1
  ) {
    if (bytes.readUInt32LE(at) === END_RECORD) return at;
  }
  throw broken();
}
