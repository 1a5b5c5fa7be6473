import type { WebSocket } from "ws";
import { createAllowance, type Allowance } from "./allowance";
import { ACCOUNT_SHARES, LIMITS } from "./limits";
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
  /** What is left of an account's shares. It goes on where the last window closed: opening anew fills nothing up. */
  allowances(accountId: string): Allowances;
  /** What waits to be read by all windows of an account. */
  unreadBytes(accountId: string): number;
  /** Forgets the shares of accounts without windows that nobody asked for since the last time. */
  sweep(): void;
};

export type Allowances = Readonly<
  Record<keyof typeof ACCOUNT_SHARES, Allowance>
>;

/** Closes the window of an account that has used up a share; returns the refusal that ends the message. */
export function turnAway({ socket }: Visitor): Refusal {
  const refusal = new Refusal("rate_limited");
  socket.close(refusal.code, refusal.reason);
  return refusal;
}

/** Keeps count of who is here. */
export function createVisitors(): Visitors {
  const byAccount = new Map<string, Set<Visitor>>();
  const revisions = new Map<string, number>();
  const shares = new Map<string, Allowances>();
  const idle = new Set<string>();
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
    allowances(accountId) {
      idle.delete(accountId);
      const known = shares.get(accountId);
      if (known !== undefined) return known;
      const now = Date.now();
      const fresh = {
        answers: createAllowance(ACCOUNT_SHARES.answers, now),
        work: createAllowance(ACCOUNT_SHARES.work, now),
      };
      shares.set(accountId, fresh);
      return fresh;
    },
    unreadBytes: (accountId) =>
      [...of(accountId)].reduce(
        (sum, { socket }) => sum + socket.bufferedAmount,
        0,
      ),
    sweep() {
      for (const accountId of idle) shares.delete(accountId);
      idle.clear();
      for (const accountId of shares.keys())
        if (!byAccount.has(accountId)) idle.add(accountId);
    },
  };
}
