import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/server/env";

function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https:");
}

/** What a page may load and talk to: ourselves, and scripts that carry this answer's nonce. */
function policyFor(nonce: string): string {
  const { NEXTAUTH_URL, NODE_ENV } = env();
  // React's development tools evaluate text; nothing of ours does.
  const evaluation = NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // Style attributes come with the rendered rows and with floating panels; they cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Older Safari does not count a WebSocket to the same place as 'self'.
    `connect-src 'self' ${NEXTAUTH_URL.replace(/^http/, "ws")}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (isSecure()) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** Gives every page its content security policy; Next puts the nonce on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const policy = policyFor(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Who came under https once comes back under https only.
  if (isSecure())
    response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
