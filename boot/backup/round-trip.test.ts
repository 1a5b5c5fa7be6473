import { createHash } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createCollab } from "@/collab/server";
import { thawEdition } from "@/core/editions/frozen";
import { DEFAULT_OPTIONS, EXPORT_FORMATS } from "@/core/export/options";
import { plainText } from "@/core/text/rich-text";
import { richTextFromState } from "@/editor/convert";
import { disconnect, prisma } from "@/server/db/client";
import { readLiveText } from "@/server/db/live-texts";
import { databaseUrl, provideEnv } from "@/server/env";
import { exportEdition } from "@/server/export/exporters";
import { signIn } from "@/server/services/accounts/sign-in";
import { findDraft } from "@/server/services/editions/public-draft";
import { publicFile } from "@/server/services/editions/public-file";
import { loadSamples } from "@/server/services/samples";
import {
  readContents,
  withClient,
  type Contents,
} from "@/test/compare-databases";
import { createDatabase, type TestDatabase } from "@/test/database";
import {
  buildInstance,
  PASSWORD,
  STORED_FORMATS,
  type Instance,
} from "@/test/instance";
import {
  listen,
  openSocket,
  openText,
  sessionCookie,
} from "@/test/live-client";
import { backUp } from "./back-up";
import { LEFT_OUT } from "./left-out";
import { verifyBackup } from "./read-backup";
import { restore } from "./restore";
import { startTally } from "./tally";

let instance: Instance;
let folder: string;
let source: string;
let before: Contents;
/** The database that most of these look at; what changes it comes last. */
let restored: string;
const targets: TestDatabase[] = [];

const silent = () => startTally(() => undefined);
const fileOf = (name: string) => path.join(folder, name);

async function restoreInto(
  file: string,
  content: "empty" | "migrated" = "empty",
): Promise<string> {
  const target = await createDatabase(content);
  targets.push(target);
  await restore(target.url, file, await verifyBackup(file, silent()));
  return target.url;
}

/** Does something as the server of another database would. */
async function on<T>(url: string, work: () => Promise<T>): Promise<T> {
  await disconnect();
  provideEnv({ DATABASE_URL: url });
  try {
    return await work();
  } finally {
    await disconnect();
    provideEnv({ DATABASE_URL: source });
  }
}

/** The words of a text, from its state and the log behind it, and as they are stored beside. */
async function wordsOf(textId: string) {
  const stored = await readLiveText(textId);
  if (stored === null) throw new Error("There is no such text.");
  const parts = [...(stored.state ? [stored.state] : []), ...stored.updates];
  const { plainText: beside } = await prisma.liveText.findUniqueOrThrow({
    where: { id: textId },
  });
  return { typed: plainText(richTextFromState(Y.mergeUpdates(parts))), beside };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-backup-"));
  source = databaseUrl();
  instance = await buildInstance();
  // Words that are not folded yet, and an attempt that is not carried.
  const text = await instance.open(instance.textId);
  text.type(" unfolded");
  await text.flush();
  await backUp(source, fileOf("rest.gz"), { product: "test" });
  before = await readContents(source);
  restored = await restoreInto(fileOf("rest.gz"));
}, 120_000);

afterAll(async () => {
  await instance.close();
  for (const target of targets) await target.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("a backup that is restored elsewhere", () => {
  it("has every row of every table but those that are left out, in the same schema", async () => {
    const after = await readContents(restored);
    for (const [table, rows] of Object.entries(before.rows))
      expect(after.rows[table], table).toEqual(
        Object.hasOwn(LEFT_OUT, table) ? [] : rows,
      );
    expect(after.schema).toEqual(before.schema);
    for (const table of ["Account", "Membership", "Invitation", "LiveUpdate"])
      expect(before.rows[table]?.length, table).toBeGreaterThan(0);
    for (const table of ["TextRevision", "Edition", "EditionFile", "Attempt"])
      expect(before.rows[table]?.length, table).toBeGreaterThan(0);
  });

  it("replaces the sample of an instance that was started and has no account", async () => {
    const target = await createDatabase("migrated");
    targets.push(target);
    await on(target.url, loadSamples);
    const file = fileOf("rest.gz");
    await restore(target.url, file, await verifyBackup(file, silent()));
    const after = await readContents(target.url);
    expect(after.rows.Project).toEqual(before.rows.Project);
    expect(after.schema).toEqual(before.schema);
  });

  it("gives every edition and every export byte for byte", async () => {
    const take = async () => {
      const editions = await prisma.edition.findMany({
        orderBy: [{ slug: "asc" }, { number: "asc" }],
      });
      const taken: string[] = [];
      for (const { body, sha256, number } of editions) {
        expect(createHash("sha256").update(body).digest("hex")).toBe(sha256);
        taken.push(`${number} ${sha256}`);
        if (number === 1) continue;
        for (const format of EXPORT_FORMATS.filter((one) => one !== "bundle")) {
          const choice = { format, options: DEFAULT_OPTIONS };
          const file = await exportEdition(thawEdition(body), choice);
          const hash = createHash("sha256").update(file.body).digest("hex");
          taken.push(`${number} ${format} ${hash}`);
        }
      }
      for (const format of [...STORED_FORMATS, "bundle"] as const) {
        const choice = { format, layout: "parallel", paper: "a4" } as const;
        const found = await publicFile(instance.slug, 2, choice);
        if (found?.kind !== "file") throw new Error(`No file: ${format}`);
        const hash = createHash("sha256").update(found.file.body);
        taken.push(`stored ${format} ${hash.digest("hex")}`);
      }
      return taken;
    };
    const there = await take();
    expect(there).toHaveLength(2 + EXPORT_FORMATS.length - 1 + 6);
    expect(await on(restored, take)).toEqual(there);
  }, 120_000);

  it("restores from what was restored: the same rows again", async () => {
    await backUp(restored, fileOf("again.gz"), { product: "test" });
    const after = await readContents(await restoreInto(fileOf("again.gz")));
    expect(after).toEqual(await readContents(restored));
  });

  it("lets people sign in, links open and texts be written on", async () => {
    await on(restored, async () => {
      await loadSamples();
      expect(await prisma.project.count()).toBe(before.rows.Project?.length);
      const email = "wang@example.org";
      const from = { address: "192.0.2.7", device: null };
      expect(await signIn({ email, password: PASSWORD }, from)).toMatchObject({
        id: instance.translator.accountId,
      });
      expect(await findDraft(instance.draftToken)).not.toBeNull();

      const { _max } = await prisma.liveUpdate.aggregate({
        _max: { id: true },
      });
      const kept = await wordsOf(instance.textId);
      expect(kept.typed).toBe(kept.beside);
      expect(kept.typed).toContain(" unfolded");
      const collab = createCollab();
      const listening = await listen(collab);
      const cookie = await sessionCookie(instance.translator.accountId);
      const socket = openSocket(listening.url, { cookie });
      const text = openText(socket, `text:${instance.textId}`);
      await text.synced();
      expect(text.text()).toBe(kept.typed);
      text.type(" and on");
      expect((await text.flush()).type).toBe("saved");
      const rows = await prisma.liveUpdate.findMany({
        where: { id: { gt: _max.id ?? 0n } },
      });
      expect(rows).toHaveLength(1);
      socket.destroy();
      await collab.close();
      listening.server.close();
      expect((await wordsOf(instance.textId)).typed).toBe(
        `${kept.typed} and on`,
      );
      await expect(
        prisma.edition.updateMany({ data: { body: "{}" } }),
      ).rejects.toThrow(/never changed/);
    });
  });

  it("is whole while somebody writes: each text has the words that it says", async () => {
    const text = await instance.open(instance.textId);
    let isWriting = true;
    let last = 0;
    let acknowledged = 0;
    const writing = (async () => {
      while (isWriting) {
        last += 1;
        text.type(` w${last}`);
        if ((await text.flush()).type === "saved") acknowledged = last;
      }
    })();
    await expect.poll(() => acknowledged).toBeGreaterThan(2);
    const atStart = acknowledged;
    await backUp(source, fileOf("busy.gz"), { product: "test" });
    await expect.poll(() => acknowledged).toBeGreaterThan(atStart + 2);
    isWriting = false;
    await writing;
    const url = await restoreInto(fileOf("busy.gz"));
    const { typed, beside } = await on(url, () => wordsOf(instance.textId));
    expect(typed).toBe(beside);
    const written = typed.match(/ w\d+/g)?.map((word) => Number(word.slice(2)));
    expect(written?.length).toBeGreaterThanOrEqual(atStart);
    expect(written).toEqual(written?.map((_, index) => index + 1));
  });

  it("is readable by its owner only, and holds no cookie's secret", async () => {
    expect((await stat(fileOf("rest.gz"))).mode & 0o777).toBe(0o600);
    await withClient(source, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname ~* 'session|attempt'",
      );
      for (const { name } of rows) expect(LEFT_OUT).toHaveProperty(name);
    });
  });
});
