import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { PUBLIC } from "@/server/threads/limits";
import { defineTask } from "@/server/threads/task";
import type { Answer } from "./answer";

/** An answer as it is sent: packed once, for everybody who asks for it. */
export type Packed = {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A strong tag for each form; a browser that has it needs nothing else. */
  readonly tag: string;
  /** Null where it is long and packed: whoever takes no packing gets it unpacked again. */
  readonly plain: Uint8Array | null;
  /** Null where packing makes nothing smaller. */
  readonly brotli: Uint8Array | null;
  readonly gzip: Uint8Array | null;
};

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** What is text gets smaller; pictures, fonts and books are packed already. */
const TEXTS = /^text\/|json|xml|javascript|x-bibtex|research-info/;

/** Above this, the first reader would wait too long for the last tenth. */
const LONG = 1_000_000;

/** Above this, packed texts are kept without their plain form: nearly everybody takes a packed one. */
const KEPT_PLAIN = 300_000;

/** Packs an answer in every form that browsers take. */
export async function pack(answer: Answer): Promise<Packed> {
  const { status, type, headers, body } = answer;
  const plain =
    typeof body === "string"
      ? Buffer.from(body)
      : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const tag = createHash("sha256")
    .update(plain)
    .digest("base64url")
    .slice(0, 22);
  const isText = TEXTS.test(type) && plain.length > 500;
  const quality = plain.length > LONG ? 5 : 9;
  const [brotli, zipped] = isText
    ? await Promise.all([
        packBrotli(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: quality,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
          },
        }),
        packGzip(plain, { level: 6 }),
      ])
    : [null, null];
  const isKept = brotli === null || plain.length <= KEPT_PLAIN;
  return {
    status,
    type,
    headers,
    tag,
    plain: isKept ? plain : null,
    brotli,
    gzip: zipped,
  };
}

const packLong = defineTask("reader.pack", pack);

/** Packs an answer, a long one in a thread. */
function packAny(answer: Answer): Promise<Packed> {
  return answer.body.length > KEPT_PLAIN
    ? packLong({ owner: PUBLIC }, answer)
    : pack(answer);
}

const weigh = ({ plain, brotli, gzip: zipped }: Packed) =>
  (plain?.length ?? 0) + (brotli?.length ?? 0) + (zipped?.length ?? 0) + 1000;

/** Keeps answers in memory, the last used the longest, within a bound of bytes. */
export class KeptAnswers {
  private readonly kept = new Map<string, Packed>();
  private readonly making = new Map<string, Promise<Packed | null>>();
  private bytes = 0;

  constructor(private readonly bound: number) {}

  /** The answer under a key: kept, being made for somebody else just now, or made. Nothing is kept of what is null. */
  async find(
    key: string,
    make: () => Promise<Answer | Packed | null>,
  ): Promise<Packed | null> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      // A map remembers the order of insertion: what is used moves to the end.
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const started = this.making.get(key);
    if (started !== undefined) return started;
    const making = this.make(key, make).finally(() => this.making.delete(key));
    this.making.set(key, making);
    return making;
  }

  private async make(
    key: string,
    make: () => Promise<Answer | Packed | null>,
  ): Promise<Packed | null> {
    const made = await make();
    if (made === null) return null;
    const packed = "tag" in made ? made : await packAny(made);
    const weight = weigh(packed);
    // However long it is: making it again for everybody who asks takes more than making others again once.
    if (weight > this.bound) return packed;
    this.kept.set(key, packed);
    this.bytes += weight;
    for (const [oldest, entry] of this.kept) {
      if (this.bytes <= this.bound) break;
      this.kept.delete(oldest);
      this.bytes -= weigh(entry);
    }
    return packed;
  }
}
