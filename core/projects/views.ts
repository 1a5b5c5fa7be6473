import type { Role } from "@/core/access/can";
import type { Progress } from "@/core/documents/views";

export type DocumentSummary = {
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string | null;
  readonly progress: Progress;
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
  readonly can: {
    readonly edit: boolean;
    readonly delete: boolean;
    readonly importDocument: boolean;
    readonly editMembers: boolean;
  };
};

export type MemberView = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isYou: boolean;
};

export type InvitationView = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
};
