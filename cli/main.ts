import type { Command } from "./command";
import { describeFailure, Refusal } from "./failure";
import { print } from "./files";

/** The commands, loaded when they are asked for: each needs other parts of the house. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  parse: async () => (await import("./commands/parse")).parse,
  terms: async () => (await import("./commands/terms")).terms,
  pair: async () => (await import("./commands/pair")).pair,
  export: async () => (await import("./commands/export")).exportEdition,
  bundle: async () => (await import("./commands/bundle")).bundle,
  load: async () => (await import("./commands/load")).load,
};

/** Runs the command that the arguments name; resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await run(args);
    return 0;
  } catch (error) {
    const line = describeFailure(error);
    if (line === null) throw error;
    process.stderr.write(`duizhao: ${line}\n`);
    return 2;
  }
}

async function run([name, ...rest]: readonly string[]): Promise<void> {
  if (name === undefined)
    throw new Refusal("say what to do: duizhao --help lists the commands.");
  if (name === "--help" || name === "-h" || name === "help")
    return showHelp(rest[0]);
  const command = await find(name);
  if (rest.includes("--help") || rest.includes("-h")) return showHelp(name);
  await command.run(rest);
}

async function find(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined)
    throw new Refusal(
      `there is no command “${name}”: duizhao --help lists them.`,
    );
  return load();
}

async function showHelp(name: string | undefined): Promise<void> {
  if (name !== undefined && !name.startsWith("-")) {
    const { usage, summary, help } = await find(name);
    return print(
      `Usage: duizhao ${usage}\n\n${summary[0]?.toUpperCase()}${summary.slice(1)}.\n\n${help}\n`,
    );
  }
  const commands = await Promise.all(
    Object.values(COMMANDS).map((load) => load()),
  );
  const lines = commands.map(
    ({ usage, summary }) => `  duizhao ${usage}\n      ${summary}\n`,
  );
  await print(
    `Work on Chinese documents and their English, on files.\n\n${lines.join("")}\n` +
      "  duizhao COMMAND --help says more. Results go to standard output, everything else to standard error.\n",
  );
}
