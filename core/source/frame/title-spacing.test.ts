import { describe, expect, it } from "vitest";
import { blocksFromText } from "@/core/source/blocks/from-text";
import { parseSource } from "@/core/source/parse-source";

const BODY = "各级各部门要深入学习领会，结合实际抓好贯彻落实。";
const read = (title: string) =>
  parseSource(blocksFromText(`${title}\n一、总体要求\n${BODY}`));

describe("a title whose characters are spread", () => {
  it.each([
    "国 家 粮 食 应 急 预 案",
    "国\u3000家\u3000粮\u3000食\u3000应\u3000急\u3000预\u3000案",
  ])(
    "is named without its blanks, and its paragraph keeps them: %s",
    (title) => {
      const { metadata, paragraphs } = read(title);
      expect(metadata.title).toBe("国家粮食应急预案");
      expect(paragraphs[0]).toMatchObject({ kind: "title", text: title });
    },
  );

  it("keeps blanks that part words", () => {
    const title = "坚定信心 开拓进取 奋力谱写崭新篇章的报告";
    expect(read(title).metadata.title).toBe(title);
  });
});
