import { can, type Actor } from "@/core/access/can";
import { writeCsv } from "@/core/glossary/csv";
import { countMatches, matcherFor } from "@/core/glossary/matcher";
import type { GlossaryView } from "@/core/glossary/term";
import { authorize } from "@/server/authorize";
import * as terms from "@/server/db/terms";
import { findProjectFor } from "@/server/services/access";

/** A project's glossary at its present version. */
export async function listTerms(
  actor: Actor,
  projectId: string,
): Promise<GlossaryView> {
  const project = await findProjectFor(actor, projectId);
  authorize("project.read", project);
  return {
    projectId: project.id,
    // Read before the terms: a change in between shows as an older version, which is asked for again, never a newer one.
    version: project.glossaryVersion,
    terms: await terms.listTerms(project.id),
    can: {
      edit: can("glossary.edit", project),
      approve: can("glossary.approve", project),
    },
  };
}

/** How often each term occurs in the sources of a project's documents, by term id; terms that do not occur are left out. */
export async function countOccurrences(
  actor: Actor,
  projectId: string,
): Promise<Readonly<Record<string, number>>> {
  const glossary = await listTerms(actor, projectId);
  const matcher = matcherFor(
    `${glossary.projectId}:${glossary.version}`,
    glossary.terms,
  );
  const texts = await terms.listSourceTexts(glossary.projectId);
  return Object.fromEntries(countMatches(matcher, texts));
}

/** A project's glossary as a CSV file. */
export async function exportTerms(
  actor: Actor,
  projectId: string,
): Promise<{ readonly projectName: string; readonly csv: string }> {
  const project = await findProjectFor(actor, projectId);
  authorize("document.export", project);
  return {
    projectName: project.name,
    csv: writeCsv(await terms.listTerms(project.id)),
  };
}
