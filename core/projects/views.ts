import type { Role } from "@/core/access/can";
import type { Progress } from "@/core/documents/views";

export type DocumentSummary = {
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string | null;
  readonly progress: Progress;
  /** Its editions that stand; they stay public when it is deleted. */
  readonly editions: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
};

export type ProjectSummary = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly documentCount: number;
  readonly memberCount: number;
  readonly termCount: number;
  readonly progress: Progress;
  readonly updatedAt: string;
};

export type ProjectView = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly documents: readonly DocumentSummary[];
  readonly memberCount: number;
  readonly termCount: number;
  /** Editions that stand, those of deleted documents too; they stay public when the project is deleted. */
  readonly editions: number;
  readonly activities: readonly ActivityView[];
  readonly can: {
    readonly edit: boolean;
    readonly delete: boolean;
    readonly importDocument: boolean;
    readonly editMembers: boolean;
  };
};

/** One entry of what was done in a project. */
export type ActivityView = {
  readonly id: string;
  /** Null: the server itself. */
  readonly accountName: string | null;
  readonly action: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

export type MemberView = {
  readonly accountId: string;
  readonly name: string;
  /** Null where the reader of the list may not see it: only owners and the member do. */
  readonly email: string | null;
  readonly role: Role;
  readonly isYou: boolean;
  readonly can: { readonly changeRole: boolean; readonly remove: boolean };
};

export type InvitationView = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly isExpired: boolean;
};

export type MembersView = {
  readonly projectId: string;
  readonly projectName: string;
  readonly members: readonly MemberView[];
  /** Empty for everyone but owners. */
  readonly invitations: readonly InvitationView[];
  readonly can: { readonly edit: boolean; readonly invite: boolean };
};

/** What adding a member by e-mail did: the account is in, or there is a link to hand on, shown this once. */
export type AddMemberView =
  | { readonly kind: "added"; readonly name: string }
  | {
      readonly kind: "invited";
      readonly email: string;
      readonly link: string;
      readonly expiresAt: string;
    };
