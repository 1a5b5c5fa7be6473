import type { APIRequestContext } from "@playwright/test";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { publishEdition } from "@/server/services/editions/publish-edition";
import { setDetails } from "@/server/services/editions/set-details";
import { shareDraft } from "@/server/services/editions/share-draft";
import { viewPublishing } from "@/server/services/editions/view-publishing";
import { withdrawEdition } from "@/server/services/editions/withdraw-edition";
import { findStyle, setStyle } from "@/server/services/project-style";
import { buildNote } from "@/test/factories";
import { expect, test, type Person, type SampleProject } from "./fixtures";
import { publish } from "./publishing";
import { holdBackCalls, replay } from "./replay";

const FORBIDDEN = '"ok":false,"error":{"code":"forbidden"';
const NOT_FOUND = '"ok":false,"error":{"code":"not_found"';
const UNAUTHENTICATED = '"ok":false,"error":{"code":"unauthenticated"';

/** Words of the sample that nobody else has. */
const WORDS = /中共衢州市委|Quzhou/;

const order = (format: string, editionId: string | null = null) => ({
  choice: { format, options: DEFAULT_OPTIONS },
  editionId,
});

const actorOf = ({ id, name }: Person) =>
  ({ accountId: id, name, instanceRole: "member" }) as const;

/** Lets the sample's document be published as it is, under an address of its own. */
async function prepare(
  owner: Person,
  { projectId, documentId }: SampleProject,
) {
  const actor = actorOf(owner);
  const style = await findStyle(actor, projectId);
  await setStyle(actor, { projectId, style: { ...style, blocking: [] } });
  const { details } = await viewPublishing(actor, documentId);
  const slug = `quzhou-${newId().slice(-12)}`;
  await setDetails(actor, { documentId, details: { ...details, slug } });
  return slug;
}

/** Starts an export and waits for its end; returns the address of the job. */
async function exportBy(as: APIRequestContext, address: string) {
  const started = await as.post(`${address}/exports`, { data: order("md") });
  expect(started.status()).toBe(202);
  const { jobId } = (await started.json()) as { jobId: string };
  const job = `/exports/${jobId}`;
  await expect
    .poll(
      async () =>
        ((await (await as.get(job)).json()) as { state: string }).state,
    )
    .toBe("done");
  return job;
}

test("exports are started, followed and taken by whoever may read the document, and by nobody else", async ({
  page: nobody,
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const reader = await join("Zhou", { projectId, role: "reader" });
  const stranger = await join("Nobody");
  const own = reader.page.request;
  const job = await exportBy(own, address);
  const file = await own.get(`${job}/file`);
  expect(file.status()).toBe(200);
  expect(file.headers()["cache-control"]).toContain("no-store");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  expect(await file.text()).toMatch(WORDS);

  for (const path of [`${address}/exports`, `${address}/exports/preview`]) {
    for (const format of ["md", "bundle"]) {
      const data = order(format);
      const refused = await stranger.page.request.post(path, { data });
      expect(refused.status(), path).toBe(404);
      expect(await refused.text(), path).not.toMatch(WORDS);
      expect((await nobody.request.post(path, { data })).status(), path).toBe(
        401,
      );
    }
    for (const data of [
      {},
      order("exe"),
      { ...order("md"), more: 1 },
      "no JSON",
    ])
      expect((await own.post(path, { data })).status(), path).toBe(422);
    const form = { form: { choice: JSON.stringify(order("md")) } };
    expect((await own.post(path, form)).status(), path).toBe(422);
    const long = { ...order("md"), more: "x".repeat(100_000) };
    expect((await own.post(path, { data: long })).status(), path).toBe(413);
    const foreign = order("md", newId());
    expect((await own.post(path, { data: foreign })).status(), path).toBe(404);
  }

  for (const path of [job, `${job}/file`]) {
    // Another member's is not the owner's either.
    for (const { page } of [stranger, owner])
      expect((await page.request.get(path)).status(), path).toBe(404);
    expect((await nobody.request.get(path)).status(), path).toBe(401);
  }
  expect((await stranger.page.request.delete(job)).status()).toBe(404);
  expect((await nobody.request.delete(job)).status()).toBe(401);
  await prisma.membership.deleteMany({
    where: { projectId, accountId: reader.id },
  });
  for (const path of [job, `${job}/file`])
    expect((await own.get(path)).status(), path).toBe(404);
});

test("what the team says to itself is exported by those who write notes alone", async ({
  join,
  sample,
}) => {
  const { projectId, address } = sample;
  const data = {
    choice: { format: "docx", options: { ...DEFAULT_OPTIONS, remarks: true } },
    editionId: null,
  };
  for (const role of ["commenter", "reader"] as const) {
    const { page } = await join("Zhou", { projectId, role });
    for (const path of [`${address}/exports`, `${address}/exports/preview`])
      expect((await page.request.post(path, { data })).status()).toBe(403);
  }
  const { page } = await join("Wang Fang", { projectId, role: "translator" });
  expect(
    (await page.request.post(`${address}/exports`, { data })).status(),
  ).toBe(202);
});

test("calls of the actions that publish in the name of anyone else are refused", async ({
  page: nobody,
  join,
  person: owner,
  sample,
}) => {
  const { projectId, documentId, address } = sample;
  await prepare(owner, sample);
  await publishEdition(actorOf(owner), { documentId, number: 1, changes: "" });
  await shareDraft(actorOf(owner), {
    documentId,
    label: "Reading group",
    days: 7,
  });
  const reader = await join("Zhou", { projectId, role: "reader" });
  const commenter = await join("Chen", { projectId, role: "commenter" });
  const translator = await join("Wang Fang", { projectId, role: "translator" });
  const stranger = await join("Nobody");
  const { page } = owner;
  const dialog = page.getByRole("dialog");
  await page.goto(`${address}/publish`);
  const calls = await holdBackCalls(page);
  const held = async (what: () => Promise<unknown>) => {
    const before = calls.length;
    await what();
    await expect.poll(() => calls.length).toBe(before + 1);
  };
  await page.getByLabel("Licence").selectOption("Another one");
  await page.getByLabel("Name of the licence").fill("Free Art Licence 1.3");
  await held(() => page.getByRole("button", { name: "Save details" }).click());
  await page.getByLabel("For whom").fill("Somebody");
  await held(() => page.getByRole("button", { name: "Make a link" }).click());
  await held(() =>
    page.getByRole("button", { name: "Take back: Reading group" }).click(),
  );
  await page.getByRole("button", { name: "Publish edition 2" }).click();
  await dialog.getByLabel(/^What changed since/).fill("Taken over.");
  await held(() =>
    dialog.getByRole("button", { name: "Publish edition 2" }).click(),
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Withdraw edition 1" }).click();
  await dialog.getByLabel("Reason").fill("Taken over.");
  await held(() =>
    dialog.getByRole("button", { name: "Withdraw edition 1" }).click(),
  );
  expect(calls).toHaveLength(5);

  for (const call of calls) {
    for (const { page } of [reader, commenter])
      expect(await replay(page.request, call)).toBe(FORBIDDEN);
    expect(await replay(stranger.page.request, call)).toBe(NOT_FOUND);
    expect(await replay(nobody.request, call)).toBe(UNAUTHENTICATED);
    const headers = { ...call.headers, origin: "https://evil.example" };
    expect(await replay(page.request, { ...call, headers })).not.toContain(
      '"ok":true',
    );
  }
  // A translator says what editions say; publishing, sharing and withdrawing are for reviewers.
  for (const call of calls.slice(1))
    expect(await replay(translator.page.request, call)).toBe(FORBIDDEN);
  for (const call of calls)
    expect(await replay(page.request, call)).toBe('"ok":true');
});

test("nothing of a document is public before it is published, and nothing of an edition after it was withdrawn", async ({
  page: visitor,
  person: owner,
  sample,
}) => {
  const { documentId } = sample;
  const slug = await prepare(owner, sample);
  const { request } = visitor;
  const addresses = [
    `/e/${slug}/1`,
    `/e/${slug}/1?mode=chinese`,
    `/e/${slug}/1/english.md`,
    `/e/${slug}/1/parallel.txt`,
    `/e/${slug}/1/bundle.json`,
    `/e/${slug}/1/tei.xml`,
    `/e/${slug}/1/cite.bib`,
    `/e/${slug}/1/cite.json`,
    `/e/${slug}/1/card.png`,
  ];
  for (const path of [`/e/${slug}`, ...addresses]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toMatch(WORDS);
  }
  const actor = actorOf(owner);
  const published = await publishEdition(actor, {
    documentId,
    number: 1,
    changes: "",
  });
  await expect
    .poll(async () => (await request.get(`/e/${slug}/1`)).status())
    .toBe(200);
  await buildNote({
    documentId,
    kind: "doubt",
    body: "Nobody outside reads this.",
  });
  const { editionId } = published;
  await withdrawEdition(actor, { editionId, reason: "It was the wrong text." });
  await expect
    .poll(async () => (await request.get(`/e/${slug}/1`)).status())
    .toBe(410);
  for (const path of addresses) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(410);
    // Its titles are named, its words are not there.
    expect(await answer.text(), path).not.toContain("fifteenth five-year");
  }
  for (const path of ["/e", "/e/feed.xml", "/sitemap.xml", "/e?q=衢州"])
    expect(await (await request.get(path)).text(), path).not.toContain(slug);
});

test("a draft is read with the whole link alone, by nobody's search engine, and without what the team says to itself", async ({
  page: visitor,
  person: owner,
  sample,
}) => {
  const { documentId } = sample;
  await buildNote({
    documentId,
    kind: "doubt",
    body: "Nobody outside reads this.",
  });
  const { link } = await shareDraft(actorOf(owner), {
    documentId,
    label: "",
    days: 7,
  });
  const { pathname } = new URL(link);
  const { request } = visitor;
  const answer = await request.get(pathname);
  expect(answer.status()).toBe(200);
  const headers = answer.headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(await answer.text()).not.toContain("Nobody outside reads this.");
  for (const path of [
    pathname.slice(0, -1),
    `${pathname}A`,
    pathname.toLowerCase(),
    `/d/${newId()}`,
    "/d/",
    `${pathname}/english.md`,
  ]) {
    const refused = await request.get(path);
    expect(refused.status(), path).toBe(404);
    expect(await refused.text(), path).not.toMatch(WORDS);
  }
  const { draftLinks } = await viewPublishing(actorOf(owner), documentId);
  expect(draftLinks).toHaveLength(1);
  await prisma.draftLink.updateMany({
    where: { documentId },
    data: { expiresAt: new Date(0) },
  });
  expect((await request.get(pathname)).status()).toBe(404);
});

test("an edition is published once when two press the button at the same moment", async ({
  person: owner,
  signInAgain,
  sample,
}) => {
  await prepare(owner, sample);
  const other = await signInAgain(owner);
  for (const { page } of [owner, other])
    await page.goto(`${sample.address}/publish`);
  await publish(owner.page, 1);
  const dialog = other.page.getByRole("dialog");
  await other.page.getByRole("button", { name: "Publish edition 1" }).click();
  await dialog.getByRole("button", { name: "Publish edition 1" }).click();
  await expect(dialog.getByText(/^Edition 2 is the next by now/)).toBeVisible();
  expect(
    await prisma.edition.count({ where: { documentId: sample.documentId } }),
  ).toBe(1);
});
