/**
 * Keeps this process going when whoever reads its output goes away: a closed terminal (EIO), a closed pipe (EPIPE), a log on a
 * full disk (ENOSPC). Unheard, a failed write is an uncaught exception, whose handler writes again, and so on without end.
 */
export function surviveClosedOutput() {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", () => undefined);
}

/** Writes to the log; never throws, whatever the value does when it is looked at. */
export function logError(...values) {
  try {
    console.error(...values);
  } catch {
    // An error that cannot be printed must not become the next error.
  }
}
