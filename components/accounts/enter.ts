import { signIn } from "next-auth/react";

/** What became of signing in: in, or the key below `errors` that says why not, with its values. */
export type Entrance =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly message: string;
      readonly values: Readonly<Record<string, number>>;
    };

const refuse = (
  message: string,
  values: Readonly<Record<string, number>> = {},
): Entrance => ({
  ok: false,
  message,
  values,
});

/** Signs in through next-auth without leaving the page. */
export async function enter(
  email: string,
  password: string,
): Promise<Entrance> {
  const response = await signIn("credentials", {
    email,
    password,
    redirect: false,
  }).catch(() => undefined);
  if (response === undefined) return refuse("unreachable");
  // Where no cookie is kept, next-auth sends back to the form with this mark instead of an error.
  if (response.url?.includes("csrf=true")) return refuse("sign_in_expired");
  if (response.ok && !response.error) return { ok: true };
  if (response.error === "CredentialsSignin") return refuse("sign_in_wrong");
  // The server names a key of ours and, where there is a wait, its minutes: "rate_limited:12".
  const [key, minutes] = (response.error ?? "").split(":");
  if (key === "rate_limited")
    return refuse(key, { minutes: Number(minutes) || 1 });
  return refuse("unexpected");
}
