import { expect, test } from "vitest";
import { readPeers } from "./channel";
import { summarize } from "./saving";

type Known = Parameters<typeof summarize>[0]["texts"][number];

const held = (given: {
  settled?: boolean;
  reason?: ReturnType<Known["reason"]>;
  failedToKeep?: boolean;
}): Known => ({
  isSettled: () => given.settled ?? false,
  reason: () => given.reason ?? null,
  hasFailedToKeep: () => given.failedToKeep ?? false,
});

const online = { isConnected: true, wasConnected: true, isCaughtUp: true };
const offline = { isConnected: false, wasConnected: true, isCaughtUp: true };

test("saved is said only when no text waits for its acknowledgement", () => {
  const saved = held({ settled: true });
  expect(summarize({ ...online, texts: [] }).saving).toBe("saved");
  expect(summarize({ ...online, texts: [saved, saved] }).saving).toBe("saved");
  expect(summarize({ ...online, texts: [saved, held({})] }).saving).toBe(
    "saving",
  );
});

test("saved is not said while something of an earlier window may wait on this device", () => {
  expect(summarize({ ...online, isCaughtUp: false, texts: [] }).saving).toBe(
    "saving",
  );
});

test("the worst of the texts is what is said, with its reason", () => {
  const texts = [
    held({}),
    held({ reason: "too_large" }),
    held({ settled: true }),
  ];
  expect(summarize({ ...online, texts })).toEqual({
    saving: "unsaved",
    unsavedReason: "too_large",
  });
});

test("cut off, everything is kept on this device, or it is said that it is not", () => {
  expect(summarize({ ...offline, texts: [held({})] }).saving).toBe("offline");
  expect(
    summarize({ ...offline, texts: [held({ failedToKeep: true })] }),
  ).toEqual({
    saving: "unsaved",
    unsavedReason: "not_kept",
  });
});

test("before the first connection nothing is offline that was not touched", () => {
  const first = { ...offline, wasConnected: false };
  expect(summarize({ ...first, texts: [] }).saving).toBe("connecting");
  expect(summarize({ ...first, texts: [held({})] }).saving).toBe("offline");
});

test("others are one entry each, in the row one of their windows is in; one's own windows are none", () => {
  const state = (accountId: string, rowId: string | null) => ({
    user: { accountId, name: accountId, initials: "A", color: "#6b4c9a" },
    rowId,
  });
  const peers = readPeers(
    [
      state("b", null),
      state("me", "r1"),
      state("b", "r2"),
      {},
      null,
      state("a", null),
    ],
    "me",
  );
  expect(peers.map(({ accountId, rowId }) => [accountId, rowId])).toEqual([
    ["a", null],
    ["b", "r2"],
  ]);
});
