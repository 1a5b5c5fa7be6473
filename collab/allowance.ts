import { LIMITS } from "./limits";

/** Counts a socket's messages and bytes against what it may send. */
export type Allowance = {
  /** Takes one message; false when there is nothing left. */
  take(bytes: number, now: number): boolean;
};

/** A full allowance, which fills up again as time goes on. */
export function createAllowance(start: number): Allowance {
  let messages: number = LIMITS.messageBurst;
  let bytes: number = LIMITS.byteBurst;
  let last = start;
  return {
    take(size, now) {
      const seconds = (now - last) / 1000;
      last = now;
      messages = Math.min(
        LIMITS.messageBurst,
        messages + seconds * LIMITS.messagesPerSecond,
      );
      bytes = Math.min(
        LIMITS.byteBurst,
        bytes + seconds * LIMITS.bytesPerSecond,
      );
      messages -= 1;
      bytes -= size;
      return messages >= 0 && bytes >= 0;
    },
  };
}
