import { describe, expect, it } from "vitest";
import { KeptAnswers } from "./kept";
import { chooseForm, hasTag } from "./send";

describe("how an answer is packed", () => {
  it("is the smallest that the browser takes", () => {
    expect(chooseForm("gzip, deflate, br")).toBe("br");
    expect(chooseForm("gzip;q=1.0, br;q=0")).toBe("gzip");
    expect(chooseForm("identity")).toBeNull();
    expect(chooseForm(undefined)).toBeNull();
  });

  it("is not sent again to who has it", () => {
    expect(hasTag('"a", W/"b"', '"b"')).toBe(true);
    expect(hasTag('"a-br"', '"a"')).toBe(false);
    expect(hasTag("*", '"a"')).toBe(true);
    expect(hasTag(undefined, '"a"')).toBe(false);
  });
});

describe("what is kept", () => {
  const answer = (body: string) => ({
    status: 200,
    type: "text/html",
    body,
    headers: {},
  });

  it("is made once, though many ask at once", async () => {
    const kept = new KeptAnswers(1_000_000);
    let made = 0;
    const make = async () => {
      made += 1;
      return answer("page");
    };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => kept.find("a", make)),
    );
    await kept.find("a", make);
    expect(made).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  it("lets go of what was used longest ago, and never grows beyond its bound", async () => {
    const kept = new KeptAnswers(100_000);
    const made: string[] = [];
    const ask = (key: string, size = 30_000) =>
      kept.find(key, async () => {
        made.push(key);
        // Random bytes do not pack.
        return { ...answer(""), type: "image/png", body: new Uint8Array(size) };
      });
    await ask("a");
    await ask("b");
    await ask("a");
    await ask("c");
    await ask("d");
    await ask("a");
    await ask("b");
    expect(made).toEqual(["a", "b", "c", "d", "b"]);
    for (const [key, size, times] of [
      ["long", 90_000, 1],
      ["too long", 110_000, 2],
    ] as const) {
      await ask(key, size);
      await ask(key, size);
      expect(made.filter((each) => each === key)).toHaveLength(times);
    }
  });

  it("is not kept where nothing was found, nor where making it failed", async () => {
    const kept = new KeptAnswers(1000);
    expect(await kept.find("a", async () => null)).toBeNull();
    await expect(
      kept.find("a", async () => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(
      (await kept.find("a", async () => answer("now")))?.plain?.toString(),
    ).toBe("now");
  });
});
