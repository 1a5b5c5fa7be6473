import { expect, test } from "vitest";
import { prisma } from "@/server/db/client";
import { hashPassword } from "@/server/passwords";
import { sessionFromToken } from "@/server/session-token";
import { buildAccount } from "@/test/factories";
import { buildSession } from "@/test/sessions";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

const from = { address: "192.0.2.77", device: null };

test("whoever runs the server gives an account a new password, and its sessions end", async () => {
  const passwordHash = await hashPassword("a forgotten one");
  const account = await buildAccount({ passwordHash });
  const session = await buildSession(account.id);
  const password = await resetPassword(` ${account.email.toUpperCase()} `);
  expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
  expect(await sessionFromToken(session)).toBeNull();
  expect(
    await signIn({ email: account.email, password: "a forgotten one" }, from),
  ).toBeNull();
  expect(await signIn({ email: account.email, password }, from)).toMatchObject({
    id: account.id,
  });
  expect(
    await prisma.activity.findMany({ where: { subjectId: account.id } }),
  ).toMatchObject([{ action: "account.reset" }]);
});

test("two passwords are never alike", async () => {
  const { email } = await buildAccount();
  expect(await resetPassword(email)).not.toBe(await resetPassword(email));
});

test("an address that nobody has is refused", async () => {
  await expect(resetPassword("nobody@example.org")).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(resetPassword("nonsense")).rejects.toMatchObject({
    code: "not_found",
  });
});
