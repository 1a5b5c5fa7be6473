import { describe, expect, it } from "vitest";
import { readCsv } from "./csv";
import { planImport } from "./import-plan";
import type { TermView } from "./term";

const FIVE_CHAINS: TermView = {
  id: "1",
  source: "五链融合",
  pinyin: "wǔliàn rónghé",
  target: "Five-Chain Integration",
  note: "See paragraph 5.",
  status: "approved",
  category: "term",
};

function plan(csv: string, canApprove = true) {
  const file = readCsv(csv);
  if (file === null) throw new Error("no header");
  return planImport(file, [FIVE_CHAINS], canApprove);
}

describe("planning an import", () => {
  it("adds what is new and leaves alone what is the same", () => {
    const { additions, updates, unchanged } = plan(
      "source,target\n五链融合,Five-Chain Integration\n链主,chain-leading enterprise\n",
    );
    expect(
      additions.map(({ source, newStatus }) => [source, newStatus]),
    ).toEqual([["链主", "proposed"]]);
    expect(updates).toEqual([]);
    expect(unchanged).toBe(1);
  });

  it("updates a term that is the same when folded, and keeps what the file does not say", () => {
    expect(
      plan("source,target\n“五链”融合,Integration of Five Chains\n").updates,
    ).toEqual([
      {
        line: 2,
        before: FIVE_CHAINS,
        after: {
          ...FIVE_CHAINS,
          source: "“五链”融合",
          target: "Integration of Five Chains",
        },
      },
    ]);
  });

  it("takes away a note that the file has emptied, but no pinyin", () => {
    const [update] = plan(
      "source,target,note,pinyin\n五链融合,Five-Chain Integration,,\n",
    ).updates;
    expect(update?.after).toEqual({ ...FIVE_CHAINS, note: "" });
  });

  it("adds a translator's approved terms as proposals and counts them", () => {
    const { additions, keptProposed } = plan(
      "source,target,status\n链主,chain leader,approved\n",
      false,
    );
    expect(additions[0]?.newStatus).toBe("proposed");
    expect(keptProposed).toBe(1);
  });

  it("returns an approved term that a translator changes to proposed", () => {
    const [update] = plan(
      "source,target,status\n五链融合,Five Chains,approved\n",
      false,
    ).updates;
    expect(update?.after.status).toBe("proposed");
  });

  it("changes what a term names where the file says so, and keeps it where the cell is empty", () => {
    const [update] = plan(
      "source,target,category\n五链融合,Five-Chain Integration,place\n",
    ).updates;
    expect(update?.after).toEqual({ ...FIVE_CHAINS, category: "place" });
    const file = "source,target,category\n五链融合,Five-Chain Integration,\n";
    expect(plan(file)).toMatchObject({ updates: [], unchanged: 1 });
    const { additions } = plan("source,target,category\n衢州,Quzhou,place\n");
    expect(additions[0]?.category).toBe("place");
  });

  it("lets nobody without the right take an approval away by a file either", () => {
    expect(
      plan(
        "source,target,status\n五链融合,Five-Chain Integration,proposed\n",
        false,
      ),
    ).toMatchObject({
      updates: [],
      unchanged: 1,
    });
    const [update] = plan(
      "source,target,status\n五链融合,Five-Chain Integration,proposed\n",
    ).updates;
    expect(update?.after.status).toBe("proposed");
  });
});
