import { answerAuth } from "@/server/auth-request";
import { route } from "@/server/route";

type Context = {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>;
};

const handle = route(async (request, { params }: Context) =>
  answerAuth(request, (await params).nextauth),
);

export { handle as GET, handle as POST };
