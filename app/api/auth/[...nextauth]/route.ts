import NextAuth from "next-auth";
import { authOptions } from "@/server/auth";

type Context = {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>;
};

// The options are made per request: they need the secret, which is there at run time only.
async function handle(request: Request, context: Context): Promise<Response> {
  const respond = NextAuth(authOptions()) as (
    request: Request,
    context: Context,
  ) => Promise<Response>;
  return respond(request, context);
}

export { handle as GET, handle as POST };
