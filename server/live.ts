import type { RichText } from "@/core/text/rich-text";
import type { ServerMessage } from "@/core/live/messages";

/** What services may ask of the live collaboration server that runs in this process. */
export type LiveServer = {
  /** Sends an announcement to everyone who has the document open. */
  announce(documentId: string, message: ServerMessage): void;
  /** Stores what is pending of these live texts; resolves when it is committed. */
  flush(textIds: readonly string[]): Promise<void>;
  /** Replaces a live text's content through the live document, so that open editors see it. */
  write(
    textId: string,
    content: RichText,
    accountId: string | null,
  ): Promise<void>;
  /** Ends an account's connections to a project's documents (all its connections when projectId is null). */
  disconnect(accountId: string, projectId: string | null): void;
  /** Closes the windows that are open under a session which was ended. */
  endSession(sessionId: string): void;
};

const key = Symbol.for("duizhao.collab");

/** The live server of this process, or null where none runs (command line, tests of services). */
export function liveServer(): LiveServer | null {
  return (globalThis as { [key: symbol]: LiveServer | undefined })[key] ?? null;
}

/** Makes the live server known to the services; called once by the process that runs it. */
export function shareLiveServer(server: LiveServer | null): void {
  (globalThis as { [key: symbol]: LiveServer | undefined })[key] =
    server ?? undefined;
}
