// Set by the boot process, read by the Next bundle: two module graphs in one process.
const shared = globalThis as { [key: symbol]: string | null | undefined };
const key = Symbol.for("duizhao.setup-token");

/** The secret in the link that makes the first account; null once there is an account. */
export function setupToken(): string | null {
  return shared[key] ?? null;
}

/** Makes the secret of the setup link known; called by the process that runs the server. */
export function provideSetupToken(token: string | null): void {
  shared[key] = token;
}
