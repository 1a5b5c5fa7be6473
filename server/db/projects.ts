import type { Role } from "@/core/access/can";
import { ProjectStyleSchema, type ProjectStyle } from "@/core/projects/style";
import { prisma, type Db } from "./client";

export type ProjectRow = {
  readonly id: string;
  readonly name: string;
  readonly glossaryVersion: number;
};

export type ProjectListRow = ProjectRow & {
  readonly role: Role;
  readonly updatedAt: Date;
  readonly documentCount: number;
  readonly memberCount: number;
  readonly termCount: number;
};

const PROJECT = { id: true, name: true, glossaryVersion: true } as const;
const COUNTS = { documents: true, memberships: true, terms: true } as const;

/** A project with the role that an account has in it (null: none), or null for an unknown id. */
export async function findProjectSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<(ProjectRow & { readonly role: Role | null }) | null> {
  const row = await db.project.findUnique({
    where: { id },
    select: {
      ...PROJECT,
      memberships: { where: { accountId }, select: { role: true } },
    },
  });
  if (row === null) return null;
  const { memberships, ...project } = row;
  return { ...project, role: memberships[0]?.role ?? null };
}

/** The projects that an account is a member of, last changed first; what was done in them counts as change. */
export async function listProjects(
  accountId: string,
  db: Db = prisma,
): Promise<readonly ProjectListRow[]> {
  const rows = await db.membership.findMany({
    where: { accountId },
    select: {
      role: true,
      project: {
        select: {
          ...PROJECT,
          updatedAt: true,
          _count: { select: COUNTS },
          activities: {
            select: { createdAt: true },
            orderBy: { createdAt: "desc" },
            take: 1,
          },
        },
      },
    },
  });
  return rows
    .map(
      ({ role, project: { _count, activities, updatedAt, ...project } }) => ({
        ...project,
        role,
        updatedAt: new Date(
          Math.max(
            updatedAt.getTime(),
            activities[0]?.createdAt.getTime() ?? 0,
          ),
        ),
        documentCount: _count.documents,
        memberCount: _count.memberships,
        termCount: _count.terms,
      }),
    )
    .sort(
      (a, b) =>
        b.updatedAt.getTime() - a.updatedAt.getTime() ||
        b.id.localeCompare(a.id),
    );
}

/** How many members and terms a project has. */
export async function countProjectParts(
  id: string,
  db: Db = prisma,
): Promise<{ readonly memberCount: number; readonly termCount: number }> {
  const [memberCount, termCount] = await Promise.all([
    db.membership.count({ where: { projectId: id } }),
    db.term.count({ where: { projectId: id } }),
  ]);
  return { memberCount, termCount };
}

/** Stores a new project without members. */
export async function insertProject(
  row: {
    readonly id: string;
    readonly name: string;
    readonly createdById: string | null;
  },
  db: Db = prisma,
): Promise<ProjectRow> {
  return db.project.create({ data: row, select: PROJECT });
}

/** Gives a project another name; returns false for an unknown id. */
export async function renameProject(
  id: string,
  name: string,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.project.updateMany({
    where: { id },
    data: { name },
  });
  return count === 1;
}

/** What a project has decided for its editions; null where it has decided nothing, or for an unknown id. */
export async function findProjectStyle(
  id: string,
  db: Db = prisma,
): Promise<ProjectStyle | null> {
  const row = await db.project.findUnique({
    where: { id },
    select: { style: true },
  });
  return row === null || row.style === null
    ? null
    : ProjectStyleSchema.parse(row.style);
}

/** Keeps what a project has decided for its editions; returns false for an unknown id. */
export async function updateProjectStyle(
  id: string,
  style: ProjectStyle,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.project.updateMany({
    where: { id },
    data: { style },
  });
  return count === 1;
}

/** Removes a project with everything in it, live texts too; returns false for an unknown id. */
export async function deleteProject(
  id: string,
  db: Db = prisma,
): Promise<boolean> {
  // Documents go first, so that no translation is left without its live text.
  await db.document.deleteMany({ where: { projectId: id } });
  const { count } = await db.project.deleteMany({ where: { id } });
  return count === 1;
}

/**
 * Waits for those who type in a project, and lets nobody type until the transaction ends. To be taken before
 * `lockProject`: typing locks a text first and the project after it.
 */
export async function lockProjectTexts(id: string, db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT 1 FROM "LiveText" WHERE "projectId" = ${id}::uuid ORDER BY "id" FOR UPDATE`;
}

/**
 * Keeps a project from being deleted until the transaction ends, beside others who do. To be taken before anything of
 * the project is, as deleting it does: else each would wait for the other. False: unknown id.
 */
export async function holdProject(id: string, db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Project" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
  return rows.length === 1;
}

/** Lets one change of a project's members happen at a time; held until the transaction ends. False: unknown id. */
export async function lockProject(id: string, db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Project" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rows.length === 1;
}
