/** One command of `duizhao`. */
export type Command = {
  /** Its name and arguments: "parse FILE [--json]". */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says below the usage. */
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<void>;
};
