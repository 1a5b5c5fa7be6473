import { WebSocket } from "ws";
import type { Headers } from "@/test/live-client";
import { home, type Person, type SampleProject } from "./fixtures";

/** The live text of a paragraph, as the page of someone who may read it knows it. */
export async function findText(who: Person, { address }: SampleProject) {
  const answer = await who.page.request.get(`${address}/rows?from=0&to=40`);
  const rows = (await answer.json()) as { number: number; textId: string }[];
  return `text:${rows.find(({ number }) => number === 21)?.textId ?? ""}`;
}

/** The Cookie header of someone's browser. */
export async function cookiesOf(who: Person) {
  const cookies = await who.context.cookies(home());
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The address of the live server. */
export const live = () => `${home().replace("http", "ws")}/collab`;

/** The HTTP status with which a connection to the live server is answered; 101 is a welcome. */
export function knock(headers: Headers): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(live(), { headers });
    socket.on("open", () => {
      socket.terminate();
      resolve(101);
    });
    socket.on("unexpected-response", (_request, response) =>
      resolve(response.statusCode ?? 0),
    );
    socket.on("error", () => undefined);
  });
}
