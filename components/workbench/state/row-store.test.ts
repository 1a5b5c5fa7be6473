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
    const store = createRowStore(
      [row({ id: "a" }), numbered],
      [row({ id: "a" }), numbered],
    );
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
    const store = createRowStore([typed], [typed]);
    const summaries = store.summaries();
    store.change("a", {
      status: "draft",
      target: richTextFromPlain("We will"),
    });
    expect(store.summaries()).toBe(summaries);
    expect(store.row("a")?.target).toEqual(richTextFromPlain("We will"));
  });

  it("carries an English run-in heading into the outline as it is written", () => {
    const store = createRowStore([numbered], [numbered]);
    const english =
      "5. Build advanced manufacturing clusters. We will advance.";
    store.change("b", { status: "draft", target: richTextFromPlain(english) });
    expect(store.summary("b")?.headingEnglish).toBe(
      "Build advanced manufacturing clusters",
    );
  });

  it("takes a change of a row whose text is not here into the summary only", () => {
    const store = createRowStore([row({ id: "a" })], []);
    store.change("a", {
      status: "translated",
      target: richTextFromPlain("Done."),
    });
    expect(store.summary("a")?.status).toBe("translated");
    expect(store.row("a")).toBeNull();
  });

  it("ignores what it does not know", () => {
    const store = createRowStore([row({ id: "a" })], []);
    store.change("zzz", { status: "approved", target: null });
    store.receive([row({ id: "zzz" })]);
    expect(store.row("zzz")).toBeNull();
  });
});
