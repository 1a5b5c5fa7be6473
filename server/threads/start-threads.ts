import { makeTurns } from "@/server/export/jobs/turns";
import { PUBLIC, THREAD_LIMITS, type ThreadLimits } from "./limits";
import { failure, type Order, type Outcome } from "./messages";
import { openThread, type Thread } from "./open-thread";
import type { ThreadPool } from "./thread-pool";

type Waiting = {
  readonly order: Order;
  readonly resolve: (outcome: Outcome) => void;
};

const GONE = failure("unavailable", "task_unavailable");

/**
 * Starts the threads for long tasks: one for accounts alone, one for everybody. So those who work never wait for all of
 * what the public asks for, and owners have their turns.
 */
export function startThreads(
  limits: ThreadLimits = THREAD_LIMITS,
): ThreadPool & { warm(): Promise<void> } {
  const ofAccounts = makeTurns<Waiting>();
  const ofPublic = makeTurns<Waiting>();
  const first = {
    thread: openThread(limits),
    take: () => ofAccounts.take(() => true),
  };
  const second = {
    thread: openThread(limits),
    take: () => ofPublic.take(() => true) ?? ofAccounts.take(() => true),
  };
  const busy = new Set<Thread>();
  /** How many tasks each owner has waiting or under way. */
  const held = new Map<string, number>();
  let isClosed = false;

  function count(owner: string, by: 1 | -1): void {
    const number = (held.get(owner) ?? 0) + by;
    if (number === 0) held.delete(owner);
    else held.set(owner, number);
  }

  function work(): void {
    for (const { thread, take } of [first, second]) {
      if (isClosed || busy.has(thread)) continue;
      const next = take();
      if (next === null) continue;
      busy.add(thread);
      void thread.perform(next.order).then((outcome) => {
        next.resolve(isClosed ? GONE : outcome);
        busy.delete(thread);
        work();
      });
    }
  }

  return {
    async perform(order, { owner }) {
      if (isClosed) return GONE;
      const isPublic = owner === PUBLIC;
      const isOverShare = (held.get(owner) ?? 0) >= limits.perOwner;
      const turns = isPublic ? ofPublic : ofAccounts;
      if (isOverShare || turns.count() >= limits.waiting)
        return failure(isPublic ? "unavailable" : "rate_limited", "task_busy");
      count(owner, 1);
      const outcome = await new Promise<Outcome>((resolve) => {
        turns.add(owner, { order, resolve });
        work();
      });
      count(owner, -1);
      return outcome;
    },
    warm: () => first.thread.warm(),
    async close() {
      isClosed = true;
      for (const turns of [ofAccounts, ofPublic]) {
        let item = turns.take(() => true);
        for (; item !== null; item = turns.take(() => true)) item.resolve(GONE);
      }
      await Promise.all([first.thread.close(), second.thread.close()]);
    },
  };
}
