import type { Share } from "./limits";

/** Counts what somebody uses against their share. */
export type Allowance = {
  /** Takes so much; false when that is more than is left. */
  take(amount: number, now: number): boolean;
};

/** A full allowance, which fills up again as time goes on. */
export function createAllowance(share: Share, start: number): Allowance {
  let left = share.burst;
  let last = start;
  return {
    take(amount, now) {
      const seconds = (now - last) / 1000;
      last = now;
      left = Math.min(share.burst, left + seconds * share.perSecond) - amount;
      return left >= 0;
    },
  };
}
