import { describe, expect, it, vi } from "vitest";
import type { RowView } from "@/core/documents/views";
import { EMPTY_RICH_TEXT, richTextFromPlain } from "@/core/text/rich-text";
import { createRowStore } from "./row-store";

const row = (given: Partial<RowView> & { id: string }): RowView => ({
  textId: `text-${given.id}`,
  paragraphId: given.id,
  number: 1,
  kind: "body",
  level: null,
  marker: null,
  status: "empty",
  characters: 9,
  heading: null,
  headingEnglish: null,
  field: "",
  label: null,
  runIn: null,
  source: "加快构建先进制造业集群",
  table: null,
  target: EMPTY_RICH_TEXT,
  stale: false,
  ...given,
});

const numbered = row({
  id: "b",
  kind: "numbered",
  marker: "5.",
  heading: "着力打造先进制造业集群",
});

describe("createRowStore", () => {
  it("tells the row that changed and no other", () => {
    const store = createRowStore([row({ id: "a" }), numbered], 2);
    const first = vi.fn();
    const second = vi.fn();
    store.subscribeRow("a", first);
    store.subscribeRow("b", second);
    store.change("b", {
      status: "draft",
      target: richTextFromPlain("5. Build."),
    });
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
  });

  it("leaves summaries alone when only words changed, so that the outline rests while somebody types", () => {
    const typed = row({ id: "a", status: "draft" });
    const store = createRowStore([typed], 1);
    const summaries = store.summaries();
    store.change("a", {
      status: "draft",
      target: richTextFromPlain("We will"),
    });
    expect(store.summaries()).toBe(summaries);
    expect(store.row("a")?.target).toEqual(richTextFromPlain("We will"));
  });

  it("carries an English run-in heading into the outline as it is written", () => {
    const store = createRowStore([numbered], 1);
    const english =
      "5. Build advanced manufacturing clusters. We will advance.";
    store.change("b", { status: "draft", target: richTextFromPlain(english) });
    expect(store.summary("b")?.headingEnglish).toBe(
      "Build advanced manufacturing clusters",
    );
  });

  it("takes a change of a row whose text is not here into the summary only", () => {
    const store = createRowStore([], 1);
    store.renew([row({ id: "a" })], []);
    store.change("a", {
      status: "translated",
      target: richTextFromPlain("Done."),
    });
    expect(store.summary("a")?.status).toBe("translated");
    expect(store.row("a")).toBeNull();
  });

  it("ignores what it does not know", () => {
    const store = createRowStore([row({ id: "a" })], 1);
    store.change("zzz", { status: "approved", target: null });
    store.receive([row({ id: "zzz" })]);
    expect(store.row("zzz")).toBeNull();
  });

  it("knows the rows of its first window until it hears of all of them", () => {
    const store = createRowStore([row({ id: "a" })], 2);
    expect(store.isComplete()).toBe(false);
    store.renew([row({ id: "a" }), numbered], []);
    expect(store.isComplete()).toBe(true);
    expect(store.ids()).toEqual(["a", "b"]);
    expect(store.row("a")).not.toBeNull();
    expect(store.row("b")).toBeNull();
  });
});
