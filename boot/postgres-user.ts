import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { holdChild } from "./children";
import { Problem } from "./problem";

type User = { readonly uid: number; readonly gid: number };

/** How to run PostgreSQL's programs: as ourselves, or as another user when we are root, which it refuses. */
export type Runner = {
  /** The owner its files must have; null: ours. */
  readonly owner: User | null;
  /** What comes before the program on the command line. */
  readonly prefix: readonly string[];
};

const id = (flag: "-u" | "-g", user: string) =>
  Number(
    execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }),
  );

function findUser(): User | null {
  try {
    return { uid: id("-u", "postgres"), gid: id("-g", "postgres") };
  } catch {
    return null;
  }
}

function makeUser(): User {
  const ways: [string, string[]][] = [
    [
      "useradd",
      ["--system", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"],
    ],
    ["adduser", ["-S", "-D", "-H", "postgres"]],
  ];
  for (const [program, args] of ways) {
    try {
      execFileSync(program, args, { stdio: "ignore" });
    } catch {
      continue;
    }
    const user = findUser();
    if (user) return user;
  }
  throw new Problem(
    "PostgreSQL does not run as root and no user could be made for it: start Duizhao as an ordinary user, or set DATABASE_URL.",
  );
}

/** True when someone else than root may pass through every folder above a path. */
function isReachable(target: string, user: User): boolean {
  for (
    let folder = path.dirname(path.resolve(target));
    ;
    folder = path.dirname(folder)
  ) {
    const { mode, uid, gid } = statSync(folder);
    const bit =
      (uid === user.uid && 0o100) || (gid === user.gid && 0o010) || 0o001;
    if (!(mode & bit)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function hasProgram(name: string): boolean {
  return (process.env.PATH ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Decides how to run PostgreSQL's programs so that they can reach these paths. */
export function findRunner(paths: readonly string[]): Runner {
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };
  const owner = findUser() ?? makeUser();
  if (paths.every((target) => isReachable(target, owner)))
    return { owner, prefix: [] };
  if (!hasProgram("setpriv")) {
    throw new Problem(
      "PostgreSQL does not run as root and another user cannot reach this folder: start Duizhao as an ordinary user, or set DATABASE_URL.",
    );
  }
  // Below /root and the like, folders are closed to its user: it may pass, and gets no other right.
  // Without the secure bit, access(2) would still answer for the bare user.
  const passing = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  return {
    owner,
    prefix: [
      "setpriv",
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      ...passing,
      "--",
    ],
  };
}

/** Starts one of PostgreSQL's programs. It stands alone: a Ctrl-C meant for us does not reach it. */
export function run(
  runner: Runner,
  program: string,
  args: readonly string[],
  output: number,
): ChildProcess {
  const [command = program, ...rest] = [...runner.prefix, program, ...args];
  const user = runner.owner && runner.prefix.length === 0 ? runner.owner : {};
  const child = spawn(command, rest, {
    ...user,
    detached: true,
    stdio: ["ignore", output, output],
    cwd: path.dirname(program),
  });
  holdChild(child);
  return child;
}
