import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/core/access/can";
import type { ErrorCode } from "@/core/errors";
import type { TermView } from "@/core/glossary/term";
import type { ServerMessage } from "@/core/live/messages";
import { listActivities } from "@/server/db/activities";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer } from "@/server/live";
import { addTerm, removeTerm, updateTerm } from "./edit-terms";
import { countOccurrences, exportTerms, listTerms } from "./read-glossary";
import { importTerms } from "./import-terms";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
} from "@/test/factories";

let projectId: string;
let actors: Readonly<Record<Role | "stranger", Actor>>;

async function actorWith(role: Role | null): Promise<Actor> {
  const account = await buildAccount();
  if (role !== null)
    await buildMembership({ projectId, accountId: account.id, role });
  return { accountId: account.id, name: account.name, instanceRole: "member" };
}

beforeEach(async () => {
  const project = await buildProject();
  projectId = project.id;
  actors = {
    owner: { accountId: project.ownerId, name: "主人", instanceRole: "member" },
    reviewer: await actorWith("reviewer"),
    translator: await actorWith("translator"),
    commenter: await actorWith("commenter"),
    reader: await actorWith("reader"),
    stranger: await actorWith(null),
  };
});

function entry(given: Partial<TermView> = {}) {
  const { id: _, ...rest } = given;
  return {
    source: "五链融合",
    target: "Five-Chain Integration",
    pinyin: "",
    note: "",
    status: "proposed" as const,
    category: "term" as const,
    ...rest,
  };
}

function add(actor: Actor, given: Partial<TermView> = {}): Promise<TermView> {
  return addTerm(actor, { projectId, ...entry(given) });
}

function update(
  actor: Actor,
  term: TermView,
  given: Partial<TermView> = {},
): Promise<TermView> {
  const { id, ...rest } = { ...term, ...given };
  return updateTerm(actor, { termId: id, ...rest });
}

async function version(): Promise<number> {
  return (await prisma.project.findUniqueOrThrow({ where: { id: projectId } }))
    .glossaryVersion;
}

async function expectRefusal(
  work: () => Promise<unknown>,
  code: ErrorCode,
  message?: string,
): Promise<void> {
  const before = await snapshot();
  await expect(work()).rejects.toMatchObject({
    name: "AppError",
    code,
    ...(message === undefined ? {} : { message }),
  });
  expect(await snapshot()).toEqual(before);
}

async function snapshot(): Promise<unknown> {
  const terms = await prisma.term.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
  });
  return {
    terms,
    version: await version(),
    activities: (await listActivities(projectId, 100)).length,
  };
}

describe("adding a term", () => {
  it("writes its pinyin when none is given, raises the version and leaves an entry", async () => {
    const before = await version();
    const term = await add(actors.translator);
    expect(term).toMatchObject({
      source: "五链融合",
      pinyin: "wǔ liàn rónghé",
      status: "proposed",
    });
    const glossary = await listTerms(actors.reader, projectId);
    expect(glossary).toMatchObject({
      version: before + 1,
      terms: [term],
      can: { edit: false, approve: false },
    });
    const [activity] = await listActivities(projectId, 1);
    expect(activity).toMatchObject({
      action: "term.add",
      subjectId: term.id,
      accountId: actors.translator.accountId,
    });
  });

  it("keeps the pinyin that is given", async () => {
    expect((await add(actors.owner, { pinyin: "wǔliàn" })).pinyin).toBe(
      "wǔliàn",
    );
  });

  it("keeps what it names, which counts as a part of what was approved", async () => {
    const term = await add(actors.owner, {
      category: "place",
      status: "approved",
    });
    expect(term.category).toBe("place");
    const changed = await update(actors.translator, term, {
      category: "organization",
    });
    expect(changed).toMatchObject({
      category: "organization",
      status: "proposed",
    });
    const { csv } = await exportTerms(actors.reader, projectId);
    expect(csv).toContain("proposed,organization");
    await importTerms(actors.owner, {
      projectId,
      csv: "source,target,category\n五链融合,Five-Chain Integration,person\n",
    });
    expect((await listTerms(actors.reader, projectId)).terms).toMatchObject([
      { category: "person" },
    ]);
  });

  it("refuses one that is there already, also in other quotation marks and widths", async () => {
    await add(actors.owner, { source: "“141”体系" });
    await expectRefusal(
      () => add(actors.owner, { source: "１４１体系" }),
      "conflict",
      "term_exists",
    );
  });

  it("lets two people who add the same term at once add it once", async () => {
    const results = await Promise.allSettled([
      add(actors.owner),
      add(actors.translator),
      add(actors.reviewer),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(
      1,
    );
    const reasons = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as unknown] : [],
    );
    expect(reasons).toEqual([
      expect.objectContaining({ message: "term_exists" }),
      expect.objectContaining({ message: "term_exists" }),
    ]);
  });

  it("is for owners, reviewers and translators; approved only for the first two", async () => {
    await expectRefusal(() => add(actors.commenter), "forbidden");
    await expectRefusal(() => add(actors.reader), "forbidden");
    await expectRefusal(() => add(actors.stranger), "not_found");
    await expectRefusal(
      () => add(actors.translator, { status: "approved" }),
      "forbidden",
    );
    expect((await add(actors.reviewer, { status: "approved" })).status).toBe(
      "approved",
    );
  });

  it("knows no project that is not there", async () => {
    await expectRefusal(
      () => addTerm(actors.owner, { projectId: newId(), ...entry() }),
      "not_found",
    );
  });
});

describe("changing a term", () => {
  it("changes it and raises the version; changes nothing where nothing changed", async () => {
    const term = await add(actors.owner, { note: "See 5." });
    const before = await version();
    expect(await update(actors.translator, term)).toEqual(term);
    expect(await version()).toBe(before);
    const changed = await update(actors.translator, term, {
      target: "Integration of Five Chains",
      note: "",
    });
    expect((await listTerms(actors.owner, projectId)).terms).toEqual([changed]);
    expect(await version()).toBe(before + 1);
  });

  it("writes the pinyin anew when it is emptied", async () => {
    const term = await add(actors.owner);
    expect(
      (await update(actors.owner, term, { source: "链主", pinyin: "" })).pinyin,
    ).toBe("liànzhǔ");
  });

  it("returns an approved term that a translator changes to proposed, and leaves a reviewer's approved", async () => {
    const term = await add(actors.owner, { status: "approved" });
    expect(
      (await update(actors.reviewer, term, { note: "Official" })).status,
    ).toBe("approved");
    expect(
      (await update(actors.translator, term, { target: "Five Chains" })).status,
    ).toBe("proposed");
  });

  it("lets a translator neither give an approval nor take one away", async () => {
    const proposed = await add(actors.owner);
    await expectRefusal(
      () => update(actors.translator, proposed, { status: "approved" }),
      "forbidden",
    );
    await expectRefusal(
      () =>
        update(actors.translator, proposed, {
          status: "approved",
          target: "x",
        }),
      "forbidden",
    );
    const approved = await update(actors.reviewer, proposed, {
      status: "approved",
    });
    await expectRefusal(
      () => update(actors.translator, approved, { status: "proposed" }),
      "forbidden",
    );
    expect(
      (await update(actors.reviewer, approved, { status: "proposed" })).status,
    ).toBe("proposed");
  });

  it("refuses a source that another term has", async () => {
    await add(actors.owner, { source: "链主" });
    const term = await add(actors.owner);
    await expectRefusal(
      () => update(actors.owner, term, { source: "“链主”" }),
      "conflict",
      "term_exists",
    );
    expect(
      (await update(actors.owner, term, { source: "“五链”融合" })).source,
    ).toBe("“五链”融合");
  });

  it("is refused to readers, commenters and strangers, and of terms that are gone", async () => {
    const term = await add(actors.owner);
    const change = { target: "other" };
    await expectRefusal(() => update(actors.reader, term, change), "forbidden");
    await expectRefusal(
      () => update(actors.commenter, term, change),
      "forbidden",
    );
    await expectRefusal(
      () => update(actors.stranger, term, change),
      "not_found",
    );
    await expectRefusal(
      () => update(actors.owner, { ...term, id: newId() }, change),
      "not_found",
    );
  });
});

describe("removing a term", () => {
  it("removes it and gives back what is needed to add it again", async () => {
    const term = await add(actors.owner, {
      pinyin: "own",
      note: "n",
      status: "approved",
    });
    const removed = await removeTerm(actors.owner, { termId: term.id });
    expect(removed).toEqual(term);
    expect((await listTerms(actors.owner, projectId)).terms).toEqual([]);
    const { id: _, ...rest } = removed;
    expect(await addTerm(actors.owner, { projectId, ...rest })).toMatchObject(
      rest,
    );
  });

  it("is refused to readers, commenters and strangers, and of an approved term to translators", async () => {
    const proposed = await add(actors.owner);
    const approved = await add(actors.owner, {
      source: "链主",
      status: "approved",
    });
    await expectRefusal(
      () => removeTerm(actors.reader, { termId: proposed.id }),
      "forbidden",
    );
    await expectRefusal(
      () => removeTerm(actors.commenter, { termId: proposed.id }),
      "forbidden",
    );
    await expectRefusal(
      () => removeTerm(actors.stranger, { termId: proposed.id }),
      "not_found",
    );
    await expectRefusal(
      () => removeTerm(actors.translator, { termId: approved.id }),
      "forbidden",
    );
    await removeTerm(actors.translator, { termId: proposed.id });
    await expectRefusal(
      () => removeTerm(actors.owner, { termId: proposed.id }),
      "not_found",
    );
  });
});

describe("importing terms", () => {
  const imported = (actor: Actor, csv: string) =>
    importTerms(actor, { projectId, csv });

  it("adds, updates and leaves alone, names what it cannot take, and is one version and one entry", async () => {
    const kept = await add(actors.owner, {
      source: "链主",
      target: "chain-leading enterprise",
      note: "kept",
    });
    await add(actors.owner, {
      source: "四省边际",
      target: "border of four provinces",
    });
    const before = await version();
    const report = await imported(
      actors.owner,
      "source,target,status\n“链主”,chain leader,approved\n四省边际,border of four provinces,\n五链融合,Five Chains,approved\n,nothing,\n",
    );
    expect(report).toEqual({
      version: before + 1,
      added: 1,
      updated: 1,
      unchanged: 1,
      keptProposed: 0,
      rejected: 1,
      problems: [{ line: 5, message: "term_source_missing", source: "" }],
    });
    expect(await version()).toBe(before + 1);
    const { terms } = await listTerms(actors.owner, projectId);
    expect(terms.find(({ id }) => id === kept.id)).toEqual({
      ...kept,
      source: "“链主”",
      target: "chain leader",
      status: "approved",
    });
    expect(terms.at(-1)).toMatchObject({
      source: "五链融合",
      pinyin: "wǔ liàn rónghé",
      status: "approved",
    });
    expect((await listActivities(projectId, 1))[0]).toMatchObject({
      action: "glossary.import",
      data: { added: 1, updated: 1, rejected: 1 },
    });
  });

  it("changes nothing, not even the version, when the file says what is there", async () => {
    await add(actors.owner, { status: "approved" });
    const { csv } = await exportTerms(actors.owner, projectId);
    const before = await snapshot();
    expect(await imported(actors.translator, csv)).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 1,
    });
    expect(await snapshot()).toEqual(before);
  });

  it("adds a translator's terms as proposals", async () => {
    const report = await imported(
      actors.translator,
      "source,target,status\n五链融合,Five Chains,approved\n",
    );
    expect(report).toMatchObject({ added: 1, keptProposed: 1 });
    expect((await listTerms(actors.owner, projectId)).terms[0]?.status).toBe(
      "proposed",
    );
  });

  it("moves a term's name to another spelling without losing it to a new one", async () => {
    const term = await add(actors.owner, { source: "五链融合" });
    await imported(
      actors.owner,
      "source,target\n“五链”融合,Five-Chain Integration\n",
    );
    expect((await listTerms(actors.owner, projectId)).terms).toEqual([
      { ...term, source: "“五链”融合" },
    ]);
  });

  it("refuses a file without named columns, and whoever may not edit", async () => {
    await expectRefusal(
      () => imported(actors.owner, "五链融合,Five Chains\n"),
      "invalid",
      "csv_header_missing",
    );
    const csv = "source,target\n五链融合,Five Chains\n";
    await expectRefusal(() => imported(actors.reader, csv), "forbidden");
    await expectRefusal(() => imported(actors.commenter, csv), "forbidden");
    await expectRefusal(() => imported(actors.stranger, csv), "not_found");
  });

  it("takes 20,000 rows and names the first of many that it cannot take", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `第${index}项工程,project ${index}`,
    );
    const broken = Array.from({ length: 2000 }, () => ",nothing");
    const report = await imported(
      actors.owner,
      `source,target\n${[...broken, ...rows].join("\n")}`,
    );
    expect(report).toMatchObject({ added: 20_000, rejected: 2000 });
    expect(report.problems).toHaveLength(1000);
    expect(await prisma.term.count({ where: { projectId } })).toBe(20_000);
  });
});

describe("reading a glossary", () => {
  it("is for members only", async () => {
    await expectRefusal(
      () => listTerms(actors.stranger, projectId),
      "not_found",
    );
    await expectRefusal(
      () => exportTerms(actors.stranger, projectId),
      "not_found",
    );
    await expectRefusal(
      () => countOccurrences(actors.stranger, projectId),
      "not_found",
    );
    await expectRefusal(
      () => listTerms(actors.owner, "no id at all"),
      "not_found",
    );
    expect((await exportTerms(actors.reader, projectId)).csv).toBe(
      "\ufeffsource,target,pinyin,note,status,category\r\n",
    );
  });

  it("counts occurrences in the project's documents alone, the longest term where two overlap", async () => {
    const chains = await add(actors.owner, { source: "五链" });
    const fusion = await add(actors.owner, { source: "五链融合" });
    await add(actors.owner, { source: "桥头堡" });
    await buildDocument({
      projectId,
      paragraphs: ["坚持“五链”融合，打好“五链”组合拳。", "五链融合发展。"],
    });
    await buildDocument({ paragraphs: ["桥头堡"] });
    expect(await countOccurrences(actors.reader, projectId)).toEqual({
      [chains.id]: 1,
      [fusion.id]: 2,
    });
  });
});

describe("announcing", () => {
  const announced: (readonly [string, ServerMessage])[] = [];
  beforeEach(() => {
    announced.length = 0;
    shareLiveServer({
      announce: (documentId, message) =>
        void announced.push([documentId, message]),
      flush: async () => {},
      write: async () => {},
      disconnect: () => {},
      endSession: () => {},
    });
  });
  afterEach(() => shareLiveServer(null));

  it("tells everyone who has a document of the project open, once the change is stored", async () => {
    const [first, second] = [
      await buildDocument({ projectId }),
      await buildDocument({ projectId }),
    ];
    await buildDocument();
    await add(actors.owner);
    const message = { type: "glossary", version: await version() };
    expect(announced).toHaveLength(2);
    expect(announced).toEqual(
      expect.arrayContaining([
        [first.id, message],
        [second.id, message],
      ]),
    );
  });

  it("tells nobody of a change that was refused", async () => {
    await buildDocument({ projectId });
    await expect(add(actors.reader)).rejects.toThrow();
    expect(announced).toEqual([]);
  });
});
