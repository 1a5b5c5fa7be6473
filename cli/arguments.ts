import { parseArgs } from "node:util";
import { Refusal } from "./failure";

/** A command's options by name; one that is no flag takes a value. */
export type Options = Readonly<
  Record<
    string,
    {
      readonly short?: string;
      readonly flag?: boolean;
      readonly required?: boolean;
    }
  >
>;

export type Arguments = {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly flags: Readonly<Record<string, boolean>>;
};

/**
 * Reads a command's arguments: the files it expects and the options it knows; anything else is refused. A file in
 * [brackets] may be left out.
 */
export function readArguments(
  args: readonly string[],
  options: Options,
  files: readonly string[],
): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { short, flag }]) => [
        name,
        {
          type: flag === true ? ("boolean" as const) : ("string" as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
  });
  const [missing] = files.slice(positionals.length);
  if (missing !== undefined && !missing.startsWith("["))
    throw new Refusal(`${missing} is missing: --help says what is expected.`);
  const [extra] = positionals.slice(files.length);
  if (extra !== undefined)
    throw new Refusal(
      `“${extra}” is one argument too many: --help says what is expected.`,
    );
  for (const [name, { required }] of Object.entries(options)) {
    if (required === true && values[name] === undefined)
      throw new Refusal(`--${name} is missing: --help says what is expected.`);
  }
  const given = Object.entries(values);
  return {
    files: positionals,
    values: Object.fromEntries(
      given.filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
    flags: Object.fromEntries(
      given.filter(
        (entry): entry is [string, boolean] => typeof entry[1] === "boolean",
      ),
    ),
  };
}
