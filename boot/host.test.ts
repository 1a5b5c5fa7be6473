import { expect, test } from "vitest";
import { isLocalHost } from "./host";

test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST"])(
  "%s is this computer",
  (host) => expect(isLocalHost(host)).toBe(true),
);

test.each([
  "evil.example:3000",
  "localhost.evil.example:3000",
  "127.0.0.1.evil.example",
  "",
  undefined,
])("%s is not this computer", (host) => expect(isLocalHost(host)).toBe(false));
