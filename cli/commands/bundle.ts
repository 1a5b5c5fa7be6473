import path from "node:path";
import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { Refusal } from "@/cli/failure";
import { writeBytes } from "@/cli/files";
import { withDatabase } from "@/cli/with-database";
import { writeBundle } from "@/core/bundle/write-bundle";

export const bundle: Command = {
  usage: "bundle PROJECT -o FILE",
  summary: "write a project of the database to a bundle",
  help: `PROJECT is the project's id, as in its address, or its name. The bundle holds documents, translations,
notes and glossary, no accounts. The database is the one of DATABASE_URL, else the one that comes with Duizhao, whether the
server runs or not.

  -o, --output FILE   the file to write; "-" is standard output`,
  async run(args) {
    const { files, values } = readArguments(
      args,
      { output: { short: "o", required: true } },
      ["PROJECT"],
    );
    const output = values["output"] ?? "";
    // Where the database is opened is another folder than the one the command was called in.
    const file = output === "-" ? output : path.resolve(output);
    const text = await withDatabase(async () => {
      const { collectBundle } =
        await import("@/server/services/bundles/collect-bundle");
      return writeBundle(
        await collectBundle(await findProject(files[0] ?? "")),
      );
    });
    await writeBytes(file, text);
  },
};

async function findProject(given: string): Promise<string> {
  const { listProjectNames } = await import("@/server/db/bundles");
  const projects = await listProjectNames();
  const chosen = projects.filter(
    ({ id, name }) => id === given.toLowerCase() || name === given,
  );
  if (chosen.length > 1)
    throw new Refusal(
      `${chosen.length} projects are called “${given}”: give the id of one.`,
    );
  const [project] = chosen;
  if (project === undefined)
    throw new Refusal(`there is no project “${given}”.`);
  return project.id;
}
