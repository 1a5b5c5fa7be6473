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
};

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
  previewSource: { name: "preview-source", max: 120, minutes: 60 },
  /** Opening bundles: a large one takes seconds too, and each makes a project. */
  importBundle: { name: "import-bundle", max: 60, minutes: 60 },
  /** New notes: more than a person writes, fewer than a robot. */
  createNote: { name: "create-note", max: 1000, minutes: 60 },
  /** Publishing: it freezes a whole document, for ever. */
  publish: { name: "publish", max: 60, minutes: 60 },
  /** New secret links to drafts. */
  shareDraft: { name: "share-draft", max: 100, minutes: 60 },
  /** Exports: each keeps a process busy. */
  exportDocument: { name: "export-document", max: 200, minutes: 60 },
  /** Previews of exports: one for each change of an option. */
  previewExport: { name: "preview-export", max: 1000, minutes: 60 },
} as const satisfies Record<string, Limit>;

// What is stored says nothing about who it is: addresses and accounts are sealed with the instance's secret.
function keyOf(limit: Limit, subject: string): string {
  return createHmac("sha256", sessionSecret())
    .update(`${limit.name}\n${subject}`)
    .digest("hex");
}

/** Counts an attempt; throws `rate_limited` with the minutes to wait when there were too many. Counts survive restarts. */
export async function countAttempt(
  limit: Limit,
  subject: string,
): Promise<void> {
  const { count, windowStart } = await countUp(
    keyOf(limit, subject),
    limit.minutes * 60,
  );
  const now = Date.now();
  // A new window is a good moment to forget what no limit looks at any more.
  if (count === 1) await deleteAttemptsBefore(new Date(now - 24 * 60 * MINUTE));
  if (count <= limit.max) return;
  const minutes = Math.max(
    1,
    Math.ceil((windowStart.getTime() + limit.minutes * MINUTE - now) / MINUTE),
  );
  throw new AppError("rate_limited", "rate_limited", { values: { minutes } });
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
