import { setImmediate } from "node:timers/promises";
import { can, type Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { refuseData } from "@/core/glossary/csv-bytes";
import { readCsv } from "@/core/glossary/csv";
import { planImport, type ImportPlan } from "@/core/glossary/import-plan";
import { loadPinyin } from "@/core/glossary/pinyin";
import {
  MAX_REPORTED_PROBLEMS,
  MAX_TERMS,
  type ImportTermsInput,
  type ImportTermsReport,
  type TermView,
} from "@/core/glossary/term";
import { authorize } from "@/server/authorize";
import type { Db } from "@/server/db/client";
import { insertTerms, listTerms, updateTerms } from "@/server/db/terms";
import { newId } from "@/server/ids";
import { findProjectFor } from "@/server/services/access";
import { changeGlossary } from "./change-glossary";
import { prepareTerm } from "./prepare-term";

/** Terms whose pinyin is written before others have their turn: some ten milliseconds. */
const PINYIN_BATCH = 500;

/**
 * Adds and updates terms from CSV, all in one transaction. Rows that cannot be taken are named in the report by their
 * line; a file that does not name its columns is refused whole.
 */
export async function importTerms(
  actor: Actor,
  input: ImportTermsInput,
): Promise<ImportTermsReport> {
  const project = await findProjectFor(actor, input.projectId);
  authorize("glossary.edit", project);
  refuseData(input.csv);
  const file = readCsv(input.csv);
  if (file === null) throw new AppError("invalid", "csv_header_missing");
  const canApprove = can("glossary.approve", project);
  const first = planImport(file, await listTerms(project.id), canApprove);
  const rejected = file.problems.length;
  const problems = file.problems.slice(0, MAX_REPORTED_PROBLEMS);
  const { unchanged, keptProposed } = first;
  if (first.additions.length + first.updates.length === 0) {
    return {
      version: project.glossaryVersion,
      added: 0,
      updated: 0,
      unchanged,
      keptProposed,
      rejected,
      problems,
    };
  }
  // Before the transaction: it takes long for many terms, and holds nobody up here.
  const pinyin = await writePinyin(first);
  return changeGlossary(actor, project.id, async (db, version) => {
    // Planned again: now the glossary is ours until this is done.
    const present = await listTerms(project.id, db);
    const plan = planImport(file, present, canApprove);
    if (present.length + plan.additions.length > MAX_TERMS) {
      throw new AppError("too_large", "glossary_full", {
        values: { max: MAX_TERMS },
      });
    }
    await storePlan(
      plan,
      pinyin,
      { projectId: project.id, createdById: actor.accountId },
      db,
    );
    const added = plan.additions.length;
    const updated = plan.updates.length;
    return {
      value: {
        version,
        added,
        updated,
        unchanged: plan.unchanged,
        keptProposed: plan.keptProposed,
        rejected,
        problems,
      },
      activity: {
        action: "glossary.import",
        subjectId: null,
        data: { added, updated, rejected },
      },
    };
  });
}

async function writePinyin(
  plan: ImportPlan,
): Promise<ReadonlyMap<string, string>> {
  const write = await loadPinyin();
  const pinyin = new Map<string, string>();
  for (const [index, row] of plan.additions.entries()) {
    if (index % PINYIN_BATCH === PINYIN_BATCH - 1) await setImmediate();
    if (row.pinyin === null || row.pinyin === "")
      pinyin.set(row.source, write(row.source));
  }
  return pinyin;
}

async function storePlan(
  plan: ImportPlan,
  pinyin: ReadonlyMap<string, string>,
  place: { readonly projectId: string; readonly createdById: string },
  db: Db,
): Promise<void> {
  const added = plan.additions.map((row): TermView => {
    const given = row.pinyin ?? "";
    return {
      id: newId(),
      source: row.source,
      pinyin: given === "" ? (pinyin.get(row.source) ?? "") : given,
      target: row.target,
      note: row.note ?? "",
      status: row.newStatus,
      category: row.category ?? "term",
    };
  });
  await insertTerms(place, added.map(prepareTerm), db);
  await updateTerms(
    plan.updates.map(({ after }) => prepareTerm(after)),
    db,
  );
}
