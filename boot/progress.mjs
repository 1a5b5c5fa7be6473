import { spawn } from "node:child_process";
import { killTree } from "./kill-tree.mjs";

/** Something the operator can put right; the message is one sentence that says what to do. */
export class Problem extends Error {
  name = "Problem";
}

const seconds = (since) =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does a step of the preparation in sight: what, that it goes on, and how long it took. */
export async function step(title, work) {
  const began = performance.now();
  const live = process.stderr.isTTY;
  const show = () =>
    live
      ? process.stderr.write(`\r${title} … ${seconds(began)}`)
      : console.error(`${title} … ${seconds(began)}`);
  if (live) show();
  else console.error(`${title} …`);
  const timer = setInterval(show, live ? 200 : 15_000);
  try {
    const result = await work();
    console.error(`${live ? "\r" : ""}${title}: done in ${seconds(began)}`);
    return result;
  } catch (error) {
    if (live) console.error();
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Runs a program quietly; when it fails, the end of what it said is part of the Problem. */
export function run(command, args, { remedy, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Whoever ends us ends what we started, and what that started. All of it can be done again from the beginning.
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    const endAll = () => {
      if (child.pid !== undefined) killTree(child.pid);
    };
    const endUs = () => process.exit(130);
    process.once("exit", endAll);
    for (const signal of signals) process.once(signal, endUs);
    const forget = () => {
      process.off("exit", endAll);
      for (const signal of signals) process.off(signal, endUs);
    };
    let said = "";
    const listen = (chunk) => (said = (said + chunk).slice(-8000));
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", (error) => {
      forget();
      reject(new Problem(`${error.message}. ${remedy}`));
    });
    child.on("close", (code) => {
      forget();
      if (code === 0) resolve(said);
      else
        reject(
          new Problem(
            `${said.trim().split("\n").slice(-40).join("\n")}\n${remedy}`,
          ),
        );
    });
  });
}
