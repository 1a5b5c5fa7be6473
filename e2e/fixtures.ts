import { readFile } from "node:fs/promises";
import {
  expect,
  test as base,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import type { Role } from "@/core/access/can";
import { readBundle } from "@/core/bundle/read-bundle";
import { transaction } from "@/server/db/client";
import { newId } from "@/server/ids";
import { hashPassword } from "@/server/passwords";
import { storeBundle } from "@/server/services/bundles/store-bundle";
import { sessionCookieName } from "@/server/session-token";
import { buildAccount, buildMembership } from "@/test/factories";
import { buildSession } from "@/test/sessions";

/** The password of every account that is made here. */
export const PASSWORD = "五链融合 chains in step";

/** Someone with an account, in a browser of their own that is signed in. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly page: Page;
  readonly context: BrowserContext;
};

/** A project with the Quzhou document, its opening in English and its glossary. */
export type SampleProject = {
  readonly projectId: string;
  readonly documentId: string;
  /** The address of its workbench. */
  readonly address: string;
};

type Fixtures = {
  /** Makes an account and a browser that is signed in to it; with a project, a member of it. */
  join: (
    name?: string,
    as?: { readonly projectId: string; readonly role: Role },
  ) => Promise<Person>;
  /** Signs someone in to one more browser of their own. */
  signInAgain: (who: Person) => Promise<Person>;
  /** One such person. */
  person: Person;
  /** A sample project of that person's own. */
  sample: SampleProject;
};

/** Makes a sample project that belongs to an account. */
export async function buildSample(accountId: string): Promise<SampleProject> {
  const bundle = readBundle(
    await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8"),
  );
  const { projectId, documentIds } = await transaction((db) =>
    storeBundle(bundle, accountId, db),
  );
  const documentId = documentIds[0] ?? "";
  const address = `/projects/${projectId}/documents/${documentId}`;
  return { projectId, documentId, address };
}

/** What can be fetched of a project beside its pages. */
export function filesOf({ projectId, address }: SampleProject, noteId: string) {
  const project = `/projects/${projectId}`;
  return [
    `${address}/rows?from=0&to=5`,
    `${address}/notes/all`,
    `${address}/edition`,
    `${address}/export/summary`,
    `${project}/notes/${noteId}/revisions`,
    `${project}/bundle`,
    `${project}/glossary/terms`,
    `${project}/glossary/csv`,
  ];
}

/** The address of the server that all tests share. */
export const home = () => process.env.E2E_URL ?? "";

export const test = base.extend<
  Fixtures & {
    openBrowser: (
      who: Pick<Person, "id" | "name" | "email">,
    ) => Promise<Person>;
  }
>({
  baseURL: async ({}, use) => use(home()),
  openBrowser: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const baseURL = home();
      const context = await browser.newContext({ ...contextOptions, baseURL });
      contexts.push(context);
      const value = await buildSession(who.id);
      await context.addCookies([
        { name: sessionCookieName(), value, url: baseURL, httpOnly: true },
      ]);
      return { ...who, context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  join: async ({ openBrowser }, use) => {
    await use(async (name = "译者 Lin", as) => {
      const id = newId();
      const passwordHash = await hashPassword(PASSWORD);
      const email = `${id}@example.org`;
      await buildAccount({ id, name, email, passwordHash });
      if (as) await buildMembership({ ...as, accountId: id });
      return openBrowser({ id, name, email });
    });
  },
  signInAgain: async ({ openBrowser }, use) => use(openBrowser),
  person: async ({ join }, use) => use(await join()),
  sample: async ({ person }, use) => use(await buildSample(person.id)),
});

export { expect };
