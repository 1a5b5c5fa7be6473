import { describe, expect, it } from "vitest";
import { hasRendering } from "./has-rendering";

describe("hasRendering", () => {
  it.each([
    ["We will build chain-leading enterprises.", "chain-leading enterprise"],
    ["Industries of the Future will grow", "industry of the future"],
    ["city clusters were planned", "plan"],
    [
      "a strategy of vigorous rural revitalization",
      "rural revitalization strategy".split(" ").slice(0, 2).join(" "),
    ],
    ["advance five‑chain integration", "Five-Chain Integration"],
    [
      "specialized, refined, distinctive and innovative firms",
      "specialized, refined, distinctive and innovative (enterprises)",
    ],
  ])("finds in “%s” the rendering “%s”", (english, rendering) => {
    expect(hasRendering(english, rendering)).toBe(true);
  });

  it.each([
    ["We will build leading enterprises.", "chain-leading enterprise"],
    ["the future of industries", "industries of the future"],
    ["", "new industrialization"],
    ["industrialization is new", "new industrialization"],
    ["new kinds of slow, careful industrialization", "new industrialization"],
  ])("misses in “%s” the rendering “%s”", (english, rendering) => {
    expect(hasRendering(english, rendering)).toBe(false);
  });
});
