import { can, type Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { isSame, nextStatus } from "@/core/glossary/import-plan";
import { loadPinyin } from "@/core/glossary/pinyin";
import {
  MAX_TERMS,
  type AddTermInput,
  type RemoveTermInput,
  type TermView,
  type UpdateTermInput,
} from "@/core/glossary/term";
import { authorize } from "@/server/authorize";
import type { Db } from "@/server/db/client";
import { moveTermNote } from "@/server/db/term-notes";
import * as terms from "@/server/db/terms";
import { newId } from "@/server/ids";
import { findProjectFor } from "@/server/services/access";
import { changeGlossary, type GlossaryActivity } from "./change-glossary";
import { prepareTerm, viewTerm } from "./prepare-term";

/** Adds a term; only who may approve adds it as approved. Throws `conflict` where it is there already. */
export async function addTerm(
  actor: Actor,
  input: AddTermInput,
): Promise<TermView> {
  const project = await findProjectFor(actor, input.projectId);
  authorize("glossary.edit", project);
  if (input.status === "approved") authorize("glossary.approve", project);
  const { projectId: _, ...entry } = input;
  const term = await fillPinyin({ id: newId(), ...entry });
  return change(actor, project.id, "term.add", term.id, async (db) => {
    if ((await terms.countTerms(project.id, db)) >= MAX_TERMS) {
      throw new AppError("too_large", "glossary_full", {
        values: { max: MAX_TERMS },
      });
    }
    const place = { projectId: project.id, createdById: actor.accountId };
    if ((await terms.insertTerms(place, [prepareTerm(term)], db)) === 0)
      throw termExists(term);
    return term;
  });
}

/**
 * Changes a term; its note goes along with its source. Approval belongs to a wording: who may not approve returns an approved term to proposed by changing
 * it, and can neither give an approval nor take one away otherwise.
 */
export async function updateTerm(
  actor: Actor,
  input: UpdateTermInput,
): Promise<TermView> {
  const seen = await findTermFor(actor, input.termId);
  authorize("glossary.edit", seen);
  const { termId, ...entry } = input;
  const wanted = await fillPinyin({ id: termId, ...entry });
  if (isSame(seen, wanted)) return viewTerm(seen);
  return change(actor, seen.projectId, "term.edit", termId, async (db) => {
    // Read again: now the glossary is ours until this is done.
    const before = await terms.findTermSeenBy(termId, actor.accountId, db);
    if (before === null) throw new AppError("not_found", "not_found");
    const after = { ...wanted, status: decideStatus(before, wanted) };
    const row = prepareTerm(after);
    const holder = await terms.findTermId(seen.projectId, row.hash, db);
    if (holder !== null && holder !== termId) throw termExists(after);
    const { hash: hashBefore } = prepareTerm(before);
    await terms.updateTerms([row], db);
    if (row.hash !== hashBefore)
      await moveTermNote(seen.projectId, hashBefore, row, db);
    return after;
  });
}

/**
 * Removes a term and returns what it was, so that it can be added again; an approved one needs the right to approve.
 * Its note waits for it, unseen, and is there again with it.
 */
export async function removeTerm(
  actor: Actor,
  input: RemoveTermInput,
): Promise<TermView> {
  const seen = await findTermFor(actor, input.termId);
  authorize("glossary.edit", seen);
  return change(actor, seen.projectId, "term.delete", seen.id, async (db) => {
    const before = await terms.findTermSeenBy(seen.id, actor.accountId, db);
    if (before === null) throw new AppError("not_found", "not_found");
    if (before.status === "approved") authorize("glossary.approve", before);
    await terms.deleteTerm(before.id, db);
    return viewTerm(before);
  });
}

function decideStatus(
  before: terms.TermSeen,
  wanted: TermView,
): TermView["status"] {
  const mayApprove = can("glossary.approve", before);
  const isReworded = !isSame(
    { ...viewTerm(before), status: wanted.status },
    wanted,
  );
  const changesApproval = wanted.status !== before.status;
  // Sending "proposed" along with a new wording is what happens to an approved term anyway.
  if (
    changesApproval &&
    !mayApprove &&
    !(isReworded && wanted.status === "proposed")
  ) {
    authorize("glossary.approve", before);
  }
  return nextStatus(viewTerm(before), wanted, mayApprove);
}

async function findTermFor(
  actor: Actor,
  termId: string,
): Promise<terms.TermSeen> {
  const term = await terms.findTermSeenBy(termId, actor.accountId);
  if (term === null) throw new AppError("not_found", "not_found");
  return term;
}

function termExists(term: TermView): AppError {
  return new AppError("conflict", "term_exists", {
    values: { source: term.source },
  });
}

async function fillPinyin(term: TermView): Promise<TermView> {
  if (term.pinyin !== "") return term;
  return { ...term, pinyin: (await loadPinyin())(term.source) };
}

async function change(
  actor: Actor,
  projectId: string,
  action: GlossaryActivity["action"],
  subjectId: string,
  work: (db: Db) => Promise<TermView>,
): Promise<TermView> {
  return changeGlossary(actor, projectId, async (db) => {
    const term = await work(db);
    return {
      value: term,
      activity: { action, subjectId, data: { source: term.source } },
    };
  });
}
