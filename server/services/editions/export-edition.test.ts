import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import type { Edition } from "@/core/editions/edition";
import {
  DEFAULT_OPTIONS,
  type ExportChoice,
  type ExportedFile,
} from "@/core/export/options";
import { prisma } from "@/server/db/client";
import { unpackEdition, type EditionPack } from "@/server/export/edition-pack";
import { startExportQueue } from "@/server/export/export-queue";
import { exportEdition } from "@/server/export/exporters";
import { shareExportQueue, type ExportQueue } from "@/server/export/queue";
import { newId } from "@/server/ids";
import { buildNote } from "@/test/factories";
import { buildReady, publish, rewrite } from "@/test/publishing";
import {
  cancelExport,
  previewExport,
  startExport,
  takeExport,
  viewExportJob,
} from "./export-edition";
import { readFrozen } from "./find-edition";
import { viewEdition, viewExport } from "./view-export";
import { withdrawEdition } from "./withdraw-edition";

const MARKDOWN: ExportChoice = { format: "md", options: DEFAULT_OPTIONS };
const BUNDLE: ExportChoice = { format: "bundle", options: DEFAULT_OPTIONS };
const REMARKS: ExportChoice = {
  format: "md",
  options: { ...DEFAULT_OPTIONS, remarks: true },
};

/** A queue that writes at once and in this process, and tells what it was given. */
function queueHere(given: Edition[]): ExportQueue {
  const files = new Map<
    string,
    { owner: string; file: Promise<ExportedFile>; filename: string }
  >();
  const write = (pack: EditionPack, choice: ExportChoice) => {
    const edition = unpackEdition(pack);
    given.push(edition);
    return exportEdition(edition, choice);
  };
  const own = (owner: string, id: string) => {
    const job = files.get(id);
    return job?.owner === owner ? job : null;
  };
  const finished = new Map<string, ExportedFile>();
  return {
    start(owner, edition, choice) {
      if (given.length >= 3) return null;
      const id = randomUUID();
      const file = write(edition, choice);
      files.set(id, { owner, file, filename: "" });
      void file.then((done) => finished.set(id, done));
      return id;
    },
    find: (owner, id) =>
      own(owner, id) && {
        id,
        state: finished.has(id) ? "done" : "working",
        progress: 0.5,
        size: null,
        filename: finished.get(id)?.filename ?? null,
        error: null,
      },
    take: (owner, id) => (own(owner, id) && finished.get(id)) ?? null,
    cancel: (_owner, id) => void files.delete(id),
    run: write,
    preview: async (_owner, edition, choice) => ({
      kind: "text",
      text: String((await write(edition, choice)).body).slice(0, 200),
    }),
    drawCard: async () => new Uint8Array(),
    close: async () => undefined,
  };
}

let given: Edition[] = [];

beforeEach(() => {
  given = [];
  shareExportQueue(queueHere(given));
});
afterEach(() => shareExportQueue(null));

const draft = (choice: ExportChoice) => ({ choice, editionId: null });

async function done(actor: Parameters<typeof viewExportJob>[0], jobId: string) {
  await expect
    .poll(async () => (await viewExportJob(actor, jobId)).state, {
      timeout: 20_000,
    })
    .toBe("done");
  return takeExport(actor, jobId);
}

describe("exporting a document", () => {
  it("gives a reader its present state as a draft, and how far it is before", async () => {
    const { document, actors } = await buildReady();
    const summary = await viewExport(actors.reader, document.id);
    expect(summary).toMatchObject({
      paragraphs: 3,
      untranslated: 0,
      editions: [],
      can: { remarks: false },
    });
    const { jobId } = await startExport(
      actors.reader,
      document.id,
      draft(MARKDOWN),
    );
    const { body } = await done(actors.reader, jobId);
    expect(body).toContain("The city stands as one");
    expect(given[0]?.publication).toBeNull();
  });

  it("gives an edition as it was frozen, whatever became of the document", async () => {
    const { document, actors } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    await rewrite(
      document.paragraphs[2]!.translations[0]!.textId,
      "Changed since.",
    );
    const { jobId } = await startExport(actors.reader, document.id, {
      choice: MARKDOWN,
      editionId,
    });
    const { body } = await done(actors.reader, jobId);
    expect(body).toContain("The city stands as one");
    expect(body).not.toContain("Changed since.");
    expect(given[0]?.publication?.number).toBe(1);
  });

  it("previews what it will look like", async () => {
    const { document, actors } = await buildReady();
    const preview = await previewExport(
      actors.reader,
      document.id,
      draft(MARKDOWN),
    );
    expect(preview).toMatchObject({
      kind: "text",
      text: expect.stringContaining("Five-Year Plan") as string,
    });
    expect(
      await previewExport(actors.reader, document.id, draft(BUNDLE)),
    ).toMatchObject({
      kind: "text",
      text: expect.stringContaining("duizhao-bundle") as string,
    });
  });

  it("gives the bundle of the document alone, without doubts", async () => {
    const { document, actors } = await buildReady();
    await buildNote({
      documentId: document.id,
      kind: "doubt",
      body: "Is it so?",
    });
    const { editionId } = await publish(actors, document.id);
    for (const id of [null, editionId]) {
      const { jobId } = await startExport(actors.reader, document.id, {
        choice: BUNDLE,
        editionId: id,
      });
      const { filename, body: bytes } = await done(actors.reader, jobId);
      const body = Buffer.from(bytes).toString();
      expect(filename).toMatch(/\.duizhao\.json$/);
      expect(readBundle(body).documents).toHaveLength(1);
      expect(body).not.toContain("Is it so?");
    }
  });

  it("gives what the team says to itself to whoever writes notes, and to nobody else", async () => {
    const { document, actors } = await buildReady();
    const { paragraphs, id: documentId } = document;
    const { textId } = paragraphs[2]!.translations[0]!;
    const doubt = await buildNote({
      documentId,
      kind: "doubt",
      body: "Is it so?",
    });
    await prisma.liveText.update({
      where: { id: textId },
      data: {
        noteIds: [doubt.id],
        richText: {
          version: 2,
          blocks: [
            {
              kind: "paragraph",
              runs: [
                { kind: "text", text: "So it is.", marks: [], href: null },
                { kind: "note", noteId: doubt.id, ref: "abc123" },
              ],
            },
          ],
        },
      },
    });
    await startExport(actors.translator, documentId, draft(REMARKS));
    expect(given[0]?.remarks).toHaveLength(1);
    await startExport(actors.translator, documentId, draft(MARKDOWN));
    expect(given[1]?.remarks).toHaveLength(0);
    for (const actor of [actors.commenter, actors.reader]) {
      await expect(
        startExport(actor, documentId, draft(REMARKS)),
      ).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        previewExport(actor, documentId, draft(REMARKS)),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    // Those of an edition are in no edition: there is nothing to refuse.
    const { editionId } = await publish(actors, documentId);
    await startExport(actors.reader, documentId, {
      choice: REMARKS,
      editionId,
    });
    expect(given[2]?.remarks).toEqual([]);
  });

  it("is refused where too many are under way, and where no queue runs", async () => {
    const { document, actors } = await buildReady();
    for (let count = 0; count < 3; count += 1)
      await startExport(actors.reader, document.id, draft(MARKDOWN));
    await expect(
      startExport(actors.reader, document.id, draft(MARKDOWN)),
    ).rejects.toMatchObject({
      code: "rate_limited",
      message: "export_busy",
    });
    shareExportQueue(null);
    await expect(
      startExport(actors.reader, document.id, draft(MARKDOWN)),
    ).rejects.toMatchObject({
      code: "unavailable",
      message: "export_unavailable",
    });
  });

  it("tells what the other process says of a failure, and nothing else of it", async () => {
    const { document, actors } = await buildReady();
    const failing = (message: string) =>
      shareExportQueue({
        ...queueHere([]),
        preview: async () => {
          throw new Error(message);
        },
      });
    failing("export_timeout");
    await expect(
      previewExport(actors.reader, document.id, draft(MARKDOWN)),
    ).rejects.toMatchObject({
      code: "unavailable",
      message: "export_timeout",
    });
    const log = vi.spyOn(console, "error").mockReturnValue();
    failing("ENOENT: /etc/passwd");
    await expect(
      previewExport(actors.reader, document.id, draft(MARKDOWN)),
    ).rejects.toMatchObject({
      code: "unavailable",
      message: "export_failed",
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe("an export", () => {
  it("is written by another process, and is what this one would write", async () => {
    const { document, actors } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    const queue = startExportQueue();
    shareExportQueue(queue);
    try {
      const input = { choice: MARKDOWN, editionId };
      const { jobId } = await startExport(actors.reader, document.id, input);
      const { body } = await done(actors.reader, jobId);
      const here = await exportEdition(await readFrozen(editionId), MARKDOWN);
      expect(Buffer.from(body).toString()).toBe(here.body);
    } finally {
      await queue.close();
    }
  });

  it("is nobody's but who started it", async () => {
    const { document, actors } = await buildReady();
    for (const choice of [MARKDOWN, BUNDLE]) {
      const { jobId } = await startExport(
        actors.reader,
        document.id,
        draft(choice),
      );
      await done(actors.reader, jobId);
      for (const actor of [actors.owner, actors.stranger]) {
        for (const call of [viewExportJob, takeExport, cancelExport])
          await expect(call(actor, jobId)).rejects.toMatchObject({
            code: "not_found",
          });
      }
      expect(
        (await takeExport(actors.reader, jobId)).body.length,
      ).toBeGreaterThan(100);
    }
    for (const unknown of [newId(), "", "../x"])
      await expect(takeExport(actors.reader, unknown)).rejects.toMatchObject({
        code: "not_found",
      });
  });

  it("is not given to who may not read the document any more", async () => {
    const { document, actors, projectId } = await buildReady();
    const jobs = [];
    for (const choice of [MARKDOWN, BUNDLE])
      jobs.push(await startExport(actors.reader, document.id, draft(choice)));
    await prisma.membership.deleteMany({
      where: { projectId, accountId: actors.reader.accountId },
    });
    for (const { jobId } of jobs)
      for (const call of [viewExportJob, takeExport, cancelExport])
        await expect(call(actors.reader, jobId)).rejects.toMatchObject({
          code: "not_found",
        });
  });

  it("is not given of an edition that was withdrawn since it was asked for", async () => {
    const { document, actors } = await buildReady();
    const { editionId } = await publish(actors, document.id);
    const jobs = [];
    for (const choice of [MARKDOWN, BUNDLE]) {
      const input = { choice, editionId };
      const { jobId } = await startExport(actors.reader, document.id, input);
      await done(actors.reader, jobId);
      jobs.push(jobId);
    }
    await withdrawEdition(actors.owner, { editionId, reason: "Wrong." });
    for (const jobId of jobs)
      await expect(takeExport(actors.reader, jobId)).rejects.toMatchObject({
        code: "conflict",
        message: "edition_withdrawn",
      });
  });

  it("with what the team says to itself is not given to who became a reader", async () => {
    const { document, actors, projectId } = await buildReady();
    const { jobId } = await startExport(
      actors.translator,
      document.id,
      draft(REMARKS),
    );
    await prisma.membership.updateMany({
      where: { projectId, accountId: actors.translator.accountId },
      data: { role: "reader" },
    });
    await expect(takeExport(actors.translator, jobId)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("can be given up", async () => {
    const { document, actors } = await buildReady();
    const { jobId } = await startExport(
      actors.reader,
      document.id,
      draft(MARKDOWN),
    );
    await cancelExport(actors.reader, jobId);
    await expect(takeExport(actors.reader, jobId)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("is not there for strangers, nor of another document's edition, nor of one that was withdrawn", async () => {
    const { document, actors } = await buildReady();
    const foreign = await buildReady();
    const { editionId } = await publish(actors, document.id);
    const theirs = await publish(foreign.actors, foreign.document.id);
    for (const choice of [MARKDOWN, BUNDLE]) {
      for (const run of [startExport, previewExport]) {
        for (const actor of [actors.stranger, foreign.actors.owner]) {
          for (const id of [document.id, newId(), "../secret", ""])
            await expect(run(actor, id, draft(choice))).rejects.toMatchObject({
              code: "not_found",
            });
          await expect(
            run(actor, document.id, { choice, editionId }),
          ).rejects.toMatchObject({ code: "not_found" });
        }
        // Under the address of a document that one may read.
        for (const id of [theirs.editionId, newId()])
          await expect(
            run(actors.owner, document.id, { choice, editionId: id }),
          ).rejects.toMatchObject({ code: "not_found" });
      }
    }
    for (const view of [viewExport, viewEdition])
      for (const id of [document.id, newId(), "../secret"])
        await expect(view(actors.stranger, id)).rejects.toMatchObject({
          code: "not_found",
        });
    await withdrawEdition(actors.owner, { editionId, reason: "Wrong." });
    for (const choice of [MARKDOWN, BUNDLE])
      await expect(
        startExport(actors.owner, document.id, { choice, editionId }),
      ).rejects.toMatchObject({
        code: "conflict",
        message: "edition_withdrawn",
      });
    expect(given).toEqual([]);
  });
});
