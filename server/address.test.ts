import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { provideEnv } from "@/server/env";
import { addressOf, findAddress, networkOf } from "./address";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])(
  "an address is counted by what one customer holds: %s",
  (address, network) => {
    expect(networkOf(address)).toBe(network);
  },
);

describe("behind no proxy", () => {
  test("what a client claims of itself is not believed", () => {
    expect(findAddress("127.0.0.1", "198.51.100.7")).toBe("127.0.0.1");
  });
});

describe("behind an https proxy", () => {
  beforeEach(() => {
    provideEnv({ NEXTAUTH_URL: "https://duizhao.example.org" });
  });
  afterEach(() => {
    provideEnv({ NEXTAUTH_URL: "http://localhost:3000" });
  });

  test("the address that the proxy wrote last is taken, not what a client put before it", () => {
    expect(findAddress("::ffff:172.18.0.2", "1.1.1.1, 198.51.100.7")).toBe(
      "198.51.100.7",
    );
    expect(findAddress("127.0.0.1", ["1.1.1.1", "198.51.100.7"])).toBe(
      "198.51.100.7",
    );
  });

  test("a connection from far away is not the proxy's and is not believed", () => {
    expect(findAddress("203.0.113.9", "198.51.100.7")).toBe("203.0.113.9");
  });

  test("nonsense is not an address", () => {
    expect(findAddress("127.0.0.1", "<script>, unknown")).toBe("127.0.0.1");
    expect(findAddress(undefined, undefined)).toBe("unknown");
  });
});

test("a request without a noted address is counted with all others such", () => {
  expect(addressOf(new Headers({ "x-forwarded-for": "198.51.100.7" }))).toBe(
    "unknown",
  );
});
