import { expect, test } from "vitest";
import { prisma } from "@/server/db/client";
import { env } from "@/server/env";
import {
  buildAccount,
  buildDocument,
  buildMembership,
  buildProject,
  buildTerm,
} from "./factories";

test("each test file has a database of its own, without rows", async () => {
  expect(env().DATABASE_URL).toMatch(/\/test_[0-9a-f]{12}$/);
  expect(await prisma.account.count()).toBe(0);
});

test("factories make the parents they are not given", async () => {
  const document = await buildDocument();
  const members = await prisma.membership.findMany({
    where: { projectId: document.projectId },
  });
  expect(members.map(({ role }) => role)).toEqual(["owner"]);
  expect(document.paragraphs).toHaveLength(3);
  const term = await buildTerm();
  expect(term.projectId).not.toBe(document.projectId);
});

test("factories use the parents they are given", async () => {
  const account = await buildAccount();
  const project = await buildProject({ owner: account.id });
  const membership = await buildMembership({
    projectId: project.id,
    role: "reader",
  });
  const term = await buildTerm({ projectId: project.id, source: "未来农场" });
  expect(project.ownerId).toBe(account.id);
  expect(membership.projectId).toBe(project.id);
  expect(term).toMatchObject({ projectId: project.id, normalized: "未来农场" });
});
