import { createHmac } from "node:crypto";
import { AppError } from "@/core/errors";
import {
  countDown,
  countUp,
  deleteAttempts,
  deleteAttemptsBefore,
} from "@/server/db/attempts";
import { sessionSecret } from "@/server/session-token";

/** So many attempts in a window that opens with the first; what is tried meanwhile never makes the wait longer. */
export type Limit = {
  readonly name: string;
  readonly max: number;
  readonly minutes: number;
  /** The message key of its refusal; without one, that of too many attempts. */
  readonly message?: string;
};

/** What one account may do in an hour; its refusal says when it can go on. */
function hourly(name: string, max: number) {
  return { name, max, minutes: 60, message: "allowance_used" } as const;
}

const MINUTE = 60_000;

/** All limits on attempts, in one place. */
export const LIMITS = {
  /** Wrong passwords for one account, from browsers that have never signed in to it. */
  signInAccount: { name: "sign-in-account", max: 10, minutes: 15 },
  /** Wrong passwords for one account from one browser that has signed in to it before: nobody else can use these up. */
  signInDevice: { name: "sign-in-device", max: 10, minutes: 15 },
  /** Wrong passwords from one network address, for all accounts together; an office shares one address. */
  signInAddress: { name: "sign-in-address", max: 50, minutes: 15 },
  /** New accounts from one address: a class or workshop fits in, a robot does not. */
  signUpAddress: { name: "sign-up-address", max: 40, minutes: 60 },
  /** Sign-ups with an address that is taken, which tell that it is. */
  signUpTaken: { name: "sign-up-taken", max: 8, minutes: 60 },
  /** Sessions started with the right password: each is a row. A person signs in a few times a day, a script logs in again and again. */
  startSession: { name: "start-session", max: 120, minutes: 60 },
  /** Wrong current passwords when changing it. */
  changePassword: { name: "change-password", max: 10, minutes: 15 },
  /** Adding members by e-mail, which tells who has an account. */
  addMember: { name: "add-member", max: 60, minutes: 60 },
  /** Reading a source for its preview: a large one takes seconds of everyone's time. */
  previewSource: hourly("preview-source", 120),
  /** Opening bundles: a large one takes seconds too, and each makes a project. */
  importBundle: hourly("import-bundle", 60),
  /** New notes: more than a person writes, fewer than a robot. */
  createNote: hourly("create-note", 1_000),
  /** Publishing: it freezes a whole document, for ever. */
  publish: hourly("publish", 60),
  /** New secret links to drafts. */
  shareDraft: hourly("share-draft", 100),
  /** Exports: each keeps a process busy. */
  exportDocument: { name: "export-document", max: 200, minutes: 60 },
  /** Previews of exports: one for each change of an option. */
  previewExport: { name: "preview-export", max: 1000, minutes: 60 },

  // What one account may do in an hour, with `action` in server/action.ts, which demands one for each action. They are far above
  // what a person or a team does by hand, and low enough that a script cannot fill the disk or the activity log.

  /** What is sent to actions in pieces of 64 KB and more, in kilobytes: some forty imports of the largest size, or a day of ordinary ones. */
  sentKilobytes: hourly("sent-kilobytes", 900_000),
  /** Projects: a course sets up one for each student. Each can hold documents and a glossary of its own. */
  createProject: hourly("create-project", 60),
  /** Names, style, roles and addresses: a row of the activity log for each change. */
  changeProject: hourly("change-project", 600),
  /** Deletions of projects and documents: each works through all their rows. */
  deleteWhole: hourly("delete-whole", 120),
  /** Documents: a report in many files is imported in one go. */
  importDocument: hourly("import-document", 200),
  /** Single terms and their changes: one every second or two. */
  editTerm: hourly("edit-term", 3_000),
  /** Glossary files: each is planned against all terms of its project. */
  importTerms: hourly("import-terms", 60),
  /** Changes of notes, singly or many at a time: a reviewer goes through a document quickly. */
  editNotes: hourly("edit-notes", 5_000),
  /** Status of paragraphs: confirmed by key, several in a second. */
  setStatus: hourly("set-status", 20_000),
  /** Changes of members and invitations. */
  changeMembers: hourly("change-members", 300),
  /** Joining projects by a link. */
  acceptInvitation: hourly("accept-invitation", 60),
  /** Withdrawn editions and revoked draft links. */
  withdraw: hourly("withdraw", 300),
  /** Changes of one's own name, language and theme: a row of the activity log each. */
  changeAccount: hourly("change-account", 120),
  /** Sessions ended from the account page. */
  endSession: hourly("end-session", 120),
} as const satisfies Record<string, Limit>;

// What is stored says nothing about who it is: addresses and accounts are sealed with the instance's secret.
function keyOf(limit: Limit, subject: string): string {
  return createHmac("sha256", sessionSecret())
    .update(`${limit.name}\n${subject}`)
    .digest("hex");
}

/** Counts an attempt, or as many as `amount` says; throws `rate_limited` with the minutes to wait when there were too many. Counts survive restarts. */
export async function countAttempt(
  limit: Limit,
  subject: string,
  amount = 1,
): Promise<void> {
  const { count, windowStart } = await countUp(
    keyOf(limit, subject),
    limit.minutes * 60,
    amount,
  );
  const now = Date.now();
  // A new window is a good moment to forget what no limit looks at any more.
  if (count === amount)
    await deleteAttemptsBefore(new Date(now - 24 * 60 * MINUTE));
  if (count <= limit.max) return;
  const minutes = Math.max(
    1,
    Math.ceil((windowStart.getTime() + limit.minutes * MINUTE - now) / MINUTE),
  );
  throw new AppError("rate_limited", limit.message ?? "rate_limited", {
    values: { minutes },
  });
}

/** Takes back one attempt that turned out to be rightful. */
export async function forgiveAttempt(
  limit: Limit,
  subject: string,
): Promise<void> {
  await countDown(keyOf(limit, subject));
}

/** Forgets all attempts under a limit, after the right password. */
export async function resetAttempts(
  limit: Limit,
  subject: string,
): Promise<void> {
  await deleteAttempts(keyOf(limit, subject));
}
