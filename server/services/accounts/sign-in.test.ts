import { verify } from "@node-rs/argon2";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { prisma } from "@/server/db/client";
import { hashPassword } from "@/server/passwords";
import { buildAccount } from "@/test/factories";
import { signIn } from "./sign-in";

// The real thing, watched.
vi.mock("@node-rs/argon2", { spy: true });

const PASSWORD = "江山如此多娇";
let passwordHash = "";

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

let address = 0;
const somewhere = () => `198.51.100.${(address += 1)}`;

const from = (device: string | null = null, at = somewhere()) => ({
  address: at,
  device,
});

const build = () => buildAccount({ passwordHash });

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    (account) => (account === null ? "wrong" : "in"),
    (error: { code?: string }) => error.code ?? "error",
  );

test("the right password lets in, with the address in any case and the password in any width", async () => {
  const account = await build();
  const signedIn = await signIn(
    { email: ` ${account.email.toUpperCase()} `, password: PASSWORD },
    from(),
  );
  expect(signedIn).toMatchObject({ id: account.id, sessionEpoch: 0 });
  expect(signedIn).not.toHaveProperty("passwordHash");
});

test("a wrong password, an unknown address and nonsense get the same answer", async () => {
  const account = await build();
  const tries = [
    { email: account.email, password: "wrong" },
    { email: "nobody@example.org", password: PASSWORD },
    { email: account.email, password: `${PASSWORD} ` },
    { email: account.email },
    { email: "no address", password: PASSWORD },
    { email: { $ne: "" }, password: PASSWORD },
    null,
  ];
  for (const input of tries) expect(await signIn(input, from())).toBeNull();
});

test("an unknown address costs the same work as a wrong password", async () => {
  const account = await build();
  const comparing = vi.mocked(verify);
  const hashesCompared = async (email: string) => {
    comparing.mockClear();
    await signIn({ email, password: "wrong" }, from());
    return comparing.mock.calls.map(([hash]) =>
      // What the work depends on: the algorithm and its parameters, before salt and sum.
      String(hash).split("$").slice(0, 4),
    );
  };
  const known = await hashesCompared(account.email);
  expect(known).toHaveLength(1);
  expect(await hashesCompared("nobody@example.org")).toEqual(known);
});

describe("too many attempts", () => {
  const guess = (
    email: string,
    password: string,
    device: string | null = null,
    at?: string,
  ) => outcome(signIn({ email, password }, from(device, at)));

  test("for one account are refused from wherever they come, even with the right password", async () => {
    const { email } = await build();
    for (let i = 0; i < 10; i += 1)
      expect(await guess(email, "wrong")).toBe("wrong");
    expect(await guess(email, PASSWORD)).toBe("rate_limited");
  });

  test("are refused alike for an address that nobody has", async () => {
    for (let i = 0; i < 10; i += 1)
      expect(await guess("ghost@example.org", "wrong")).toBe("wrong");
    expect(await guess("ghost@example.org", "wrong")).toBe("rate_limited");
  });

  test("by a stranger do not lock the owner out of a browser that has signed in before", async () => {
    const { email } = await build();
    const before = await signIn({ email, password: PASSWORD }, from());
    for (let i = 0; i < 30; i += 1) await guess(email, "wrong");
    expect(await guess(email, PASSWORD)).toBe("rate_limited");
    expect(await guess(email, PASSWORD, before?.device)).toBe("in");
  });

  test("from a known browser are refused too, and nobody else is", async () => {
    const { email } = await build();
    const known = await signIn({ email, password: PASSWORD }, from());
    for (let i = 0; i < 10; i += 1)
      expect(await guess(email, "wrong", known?.device)).toBe("wrong");
    expect(await guess(email, PASSWORD, known?.device)).toBe("rate_limited");
    expect(await guess(email, PASSWORD)).toBe("in");
  });

  test("a browser known to one account, or from before a password change, is not known to another", async () => {
    const [mine, theirs] = [await build(), await build()];
    const known = await signIn(
      { email: mine.email, password: PASSWORD },
      from(),
    );
    for (let i = 0; i < 10; i += 1) await guess(theirs.email, "wrong");
    expect(await guess(theirs.email, PASSWORD, known?.device)).toBe(
      "rate_limited",
    );
    await prisma.account.update({
      where: { id: mine.id },
      data: { sessionEpoch: 1 },
    });
    for (let i = 0; i < 10; i += 1) await guess(mine.email, "wrong");
    expect(await guess(mine.email, PASSWORD, known?.device)).toBe(
      "rate_limited",
    );
  });

  test("from one address are refused for all accounts, right ones do not count", async () => {
    const at = somewhere();
    const { email } = await build();
    for (let i = 0; i < 5; i += 1)
      expect(await guess(email, PASSWORD, null, at)).toBe("in");
    for (let i = 0; i < 50; i += 1)
      await guess(`spray-${i}@example.org`, "wrong", null, at);
    expect(await guess(email, PASSWORD, null, at)).toBe("rate_limited");
    expect(await guess(email, PASSWORD)).toBe("in");
  });

  test("from one address do not lock out a browser that has signed in before, wherever it is", async () => {
    const at = somewhere();
    const { email } = await build();
    const known = await signIn({ email, password: PASSWORD }, from());
    for (let i = 0; i < 50; i += 1)
      await guess(`flood-${i}@example.org`, "wrong", null, at);
    expect(await guess(email, PASSWORD, null, at)).toBe("rate_limited");
    expect(await guess(email, PASSWORD, known?.device, at)).toBe("in");
    // For any other account the same browser is a stranger.
    const other = await build();
    expect(await guess(other.email, PASSWORD, known?.device, at)).toBe(
      "rate_limited",
    );
  });

  test("are forgotten after the right password", async () => {
    const { email } = await build();
    for (let i = 0; i < 9; i += 1) await guess(email, "wrong");
    expect(await guess(email, PASSWORD)).toBe("in");
    for (let i = 0; i < 9; i += 1)
      expect(await guess(email, "wrong")).toBe("wrong");
  });
});
