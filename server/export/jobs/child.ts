// The process that writes files: started by open-worker.ts, with nothing of the server's environment.
import { constants, setPriority } from "node:os";
import { AppError } from "@/core/errors";
import type { ExportedFile } from "@/core/export/options";
import { drawCard } from "@/server/export/card/card";
import { unpackEdition } from "@/server/export/edition-pack";
import { exportEdition } from "@/server/export/exporters";
import { previewEdition } from "@/server/export/preview";
import { ExportFailure, type Answer, type Result, type Task } from "./messages";

function answer(message: Answer): void {
  process.send?.(message);
}

async function perform(task: Task): Promise<Result> {
  const edition = unpackEdition(task.edition);
  switch (task.kind) {
    case "file":
      return asBytes(
        await exportEdition(edition, task.choice, (progress) =>
          answer({ kind: "progress", progress }),
        ),
      );
    case "preview":
      return previewEdition(edition, task.choice);
    case "card":
      return drawCard(edition);
  }
}

/** Bytes are passed on as they are; a long string would have to be encoded again by the server. */
function asBytes(file: ExportedFile): ExportedFile {
  return typeof file.body === "string"
    ? { ...file, body: new TextEncoder().encode(file.body) }
    : file;
}

function keyOf(error: unknown): string {
  if (error instanceof AppError || error instanceof ExportFailure)
    return error.message;
  console.error(error);
  return "export_failed";
}

// Output goes where the server's goes; when that is closed, an unheard error would end the export.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", () => undefined);

// Whoever types is served first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.on("message", (task: Task) => {
  perform(task).then(
    (result) => answer({ kind: "result", result }),
    (error: unknown) => answer({ kind: "failure", error: keyOf(error) }),
  );
});
process.once("disconnect", () => process.exit());
// A Ctrl-C in the terminal reaches the whole group; the server ends its children in its own order.
for (const signal of ["SIGINT", "SIGHUP"] as const)
  process.on(signal, () => undefined);
