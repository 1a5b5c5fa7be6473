import type { WebSocket } from "ws";
import { LIMITS } from "./limits";
import { Refusal } from "./refusal";

/** One open window of an account: its socket and what it has used of its allowance. */
export type Visitor = {
  readonly accountId: string;
  readonly cookies: string;
  /** The session that this window was opened under. */
  readonly sessionId: string;
  readonly socket: WebSocket;
  /** Documents open through this socket. */
  documents: number;
};

/** All open windows, by account. */
export type Visitors = {
  /** Tells whether the account may open one more window. */
  hasRoom(accountId: string): boolean;
  add(visitor: Visitor): void;
  remove(visitor: Visitor): void;
  all(): readonly Visitor[];
  /** How often an account's rights were taken back; what was decided before counts no more. */
  revision(accountId: string): number;
  revoke(accountId: string): void;
  /** Closes all windows of an account. */
  close(accountId: string): void;
  /** Closes the windows of a session. */
  closeSession(sessionId: string): void;
};

/** Keeps count of who is here. */
export function createVisitors(): Visitors {
  const byAccount = new Map<string, Set<Visitor>>();
  const revisions = new Map<string, number>();
  const of = (accountId: string) =>
    byAccount.get(accountId) ?? new Set<Visitor>();
  const all = () => [...byAccount.values()].flatMap((some) => [...some]);
  const end = (some: Iterable<Visitor>) => {
    const { code, reason } = new Refusal("unauthenticated");
    for (const { socket } of some) socket.close(code, reason);
  };
  return {
    hasRoom: (accountId) => of(accountId).size < LIMITS.socketsPerAccount,
    add(visitor) {
      byAccount.set(visitor.accountId, of(visitor.accountId).add(visitor));
    },
    remove(visitor) {
      const left = of(visitor.accountId);
      left.delete(visitor);
      if (left.size === 0) byAccount.delete(visitor.accountId);
    },
    all,
    revision: (accountId) => revisions.get(accountId) ?? 0,
    revoke(accountId) {
      revisions.set(accountId, (revisions.get(accountId) ?? 0) + 1);
    },
    close: (accountId) => end(of(accountId)),
    closeSession: (sessionId) =>
      end(all().filter((visitor) => visitor.sessionId === sessionId)),
  };
}
