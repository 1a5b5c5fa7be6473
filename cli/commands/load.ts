import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { describeLost } from "@/cli/describe-notes";
import { Refusal } from "@/cli/failure";
import { complain, print, readBytes } from "@/cli/files";
import { withDatabase } from "@/cli/with-database";
import { readBundle } from "@/core/bundle/read-bundle";

export const load: Command = {
  usage: "load FILE [--owner EMAIL]",
  summary: "make a project of the database from a bundle",
  help: `Prints the id of the new project. Nothing that exists is changed: what has the same id already is copied under
a new one. The database is the one of DATABASE_URL, else the one that comes with Duizhao, whether the server runs or
not. Notes whose words are not in the source any more keep them and are named on standard error.

  --owner EMAIL   the account that owns the project; without it, the account that owns the server, or
                  the first one that is made`,
  async run(args) {
    const { files, values } = readArguments(args, { owner: {} }, ["FILE"]);
    const bundle = readBundle(
      new TextDecoder().decode(await readBytes(files[0] ?? "")),
    );
    const { projectId } = await withDatabase(async () => {
      const { transaction } = await import("@/server/db/client");
      const { storeBundle } =
        await import("@/server/services/bundles/store-bundle");
      const ownerId = await findOwner(values["owner"]);
      return transaction((db) => storeBundle(bundle, ownerId, db));
    });
    await print(`${projectId}\n`);
    complain(describeLost(bundle.documents));
  },
};

async function findOwner(email: string | undefined): Promise<string | null> {
  const accounts = await import("@/server/db/accounts");
  if (email === undefined) return accounts.findInstanceOwnerId();
  const account = await accounts.findAccountByEmail(email.trim().toLowerCase());
  if (account === null)
    throw new Refusal(`there is no account with the address ${email}.`);
  return account.id;
}
