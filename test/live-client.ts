import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  HocuspocusProvider,
  HocuspocusProviderWebsocket,
} from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Collab } from "@/collab/server";
import { EDITOR_SCHEMA_VERSION, ServerMessage } from "@/core/live/messages";
import { plainText } from "@/core/text/rich-text";
import { richTextFromDoc } from "@/editor/convert";
import { FRAGMENT } from "@/editor/schema";
import { env } from "@/server/env";
import { sessionCookieName } from "@/server/session-token";
import { buildSession } from "./sessions";

/** A session cookie of an account, as signing in gives it. */
export async function sessionCookie(accountId: string): Promise<string> {
  return `${sessionCookieName()}=${await buildSession(accountId)}`;
}

/** An HTTP server on a free port that hands its upgrades to live collaboration. */
export async function listen(
  collab: Collab,
  port = 0,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer();
  server.on("upgrade", (request, socket, head) =>
    collab.handleUpgrade(request, socket, head),
  );
  await new Promise<void>((resolve) =>
    server.listen(port, "127.0.0.1", resolve),
  );
  const address = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${address.port}/collab`, server };
}

/** Resolves when `isTrue` holds; fails after twenty seconds. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  what = "a condition",
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export type Headers = { readonly cookie?: string; readonly origin?: string };

/** A window of an account: its socket, with the headers a browser would send. */
export function openSocket(
  url: string,
  headers: Headers,
): HocuspocusProviderWebsocket {
  class BrowserSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { origin: env().NEXTAUTH_URL, ...headers } });
      this.on("error", () => undefined);
    }
  }
  return new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: BrowserSocket,
    delay: 100,
    minDelay: 50,
    maxDelay: 300,
  });
}

/** A text opened by a real provider, with what a test wants to do and know. */
export type LiveClient = {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly messages: ServerMessage[];
  readonly refusals: string[];
  synced(): Promise<void>;
  /** Asks the server whether all is saved; resolves with its answer. */
  flush(): Promise<ServerMessage>;
  /** Types words at the end of the last paragraph. */
  type(words: string): void;
  text(): string;
  close(): void;
};

let asked = 0;

/** Opens a collaboration document through a socket. */
export function openText(
  socket: HocuspocusProviderWebsocket,
  name: string,
  options: { readonly token?: string } = {},
): LiveClient {
  const doc = new Y.Doc();
  const messages: ServerMessage[] = [];
  const refusals: string[] = [];
  const provider = new HocuspocusProvider({
    name,
    document: doc,
    websocketProvider: socket,
    sessionAwareness: true,
    token: options.token ?? String(EDITOR_SCHEMA_VERSION),
    onStateless: ({ payload }) =>
      messages.push(ServerMessage.parse(JSON.parse(payload))),
    onAuthenticationFailed: ({ reason }) => refusals.push(reason),
  });
  provider.attach();
  return {
    doc,
    provider,
    messages,
    refusals,
    synced: () => until(() => provider.synced, `${name} to sync`),
    async flush() {
      asked += 1;
      const n = asked;
      provider.sendStateless(JSON.stringify({ type: "flush", n }));
      const isAnswer = (message: ServerMessage) =>
        "n" in message && message.n === n;
      await until(() => messages.some(isAnswer), `an answer to flush ${n}`);
      const answer = messages.find(isAnswer);
      if (answer === undefined) throw new Error("There is no answer.");
      return answer;
    },
    type(words) {
      const fragment = doc.getXmlFragment(FRAGMENT);
      doc.transact(() => {
        if (fragment.length === 0) {
          const paragraph = new Y.XmlElement("paragraph");
          paragraph.insert(0, [new Y.XmlText()]);
          fragment.insert(0, [paragraph]);
        }
        const last = fragment.get(fragment.length - 1) as Y.XmlElement;
        const text = last.get(last.length - 1) as Y.XmlText;
        text.insert(text.length, words);
      });
    },
    text: () => plainText(richTextFromDoc(doc)),
    close: () => provider.destroy(),
  };
}
