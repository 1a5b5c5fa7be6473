import { describe, expect, it, vi } from "vitest";
import type { RowView } from "@/core/documents/views";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { CHUNK, createRowLoader, type FetchRows } from "./row-loader";
import { createRowStore } from "./row-store";

const document = Array.from({ length: 3000 }, (_, index): RowView => ({
  id: `row-${index}`,
  textId: `text-${index}`,
  paragraphId: `paragraph-${index}`,
  number: index + 1,
  kind: "body",
  level: null,
  marker: null,
  status: "empty",
  characters: 4,
  heading: null,
  headingEnglish: null,
  field: "",
  label: null,
  runIn: null,
  source: `第${index}段`,
  table: null,
  target: EMPTY_RICH_TEXT,
  stale: false,
}));

const storeOf = (here: readonly RowView[]) => {
  const rows = createRowStore(here, document.length);
  rows.renew(document, []);
  return rows;
};

const fetchSlice: FetchRows = async (from, to) => document.slice(from, to);

describe("createRowLoader", () => {
  it("fetches what is in view and its neighbours, and nothing else", async () => {
    const rows = storeOf(document.slice(0, 40));
    createRowLoader(rows, fetchSlice).follow(1000, 1020);
    await vi.waitFor(() => expect(rows.row("row-1010")).not.toBeNull());
    await vi.waitFor(() => expect(rows.row("row-1150")).not.toBeNull());
    expect(rows.row("row-500")).toBeNull();
  });

  it("fetches the rest of what is in view once its rows are known", async () => {
    const rows = createRowStore(document.slice(0, 40), document.length);
    const loader = createRowLoader(rows, fetchSlice);
    loader.follow(0, 14);
    rows.renew(document, []);
    loader.follow(0, 14);
    await vi.waitFor(() => expect(rows.row("row-41")).not.toBeNull());
  });

  it("lets go of what is far away, but not of a row that is on the screen", async () => {
    const rows = storeOf(document.slice(0, 40));
    rows.subscribeRow("row-3", () => undefined);
    createRowLoader(rows, fetchSlice).follow(2000, 2020);
    await vi.waitFor(() => expect(rows.row("row-2010")).not.toBeNull());
    expect(rows.row("row-2")).toBeNull();
    expect(rows.row("row-3")?.source).toBe("第3段");
  });

  it("says when rows could not be fetched, and fetches them when asked again", async () => {
    const rows = storeOf([]);
    let isDown = true;
    const loader = createRowLoader(rows, async (from, to, signal) => {
      if (isDown) throw new Error("network");
      return fetchSlice(from, to, signal);
    });
    loader.follow(0, 10);
    await vi.waitFor(() => expect(loader.state.get().failed).toBe(true));
    isDown = false;
    loader.retry();
    await vi.waitFor(() => expect(rows.row("row-0")).not.toBeNull());
    expect(loader.state.get().failed).toBe(false);
  });

  it("reads the whole document once without keeping it", async () => {
    const rows = storeOf(document.slice(0, 40));
    const loader = createRowLoader(rows, fetchSlice);
    const read: string[] = [];
    for await (const chunk of loader.readAll(new AbortController().signal))
      read.push(...chunk.map((row) => row.id));
    expect(read).toEqual(document.map((row) => row.id));
    expect(rows.row(`row-${CHUNK * 20}`)).toBeNull();
  });
});
