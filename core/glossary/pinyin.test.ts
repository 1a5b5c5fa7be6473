import { beforeAll, describe, expect, it } from "vitest";
import { loadPinyin, type PinyinWriter } from "./pinyin";

describe("writing pinyin", () => {
  let write: PinyinWriter;
  beforeAll(async () => {
    write = await loadPinyin();
  });

  it.each([
    ["四省边际中心城市", "sì shěng biānjì zhōngxīn chéngshì"],
    ["“五链”融合", "wǔ liàn rónghé"],
    ["新型城镇化", "xīnxíng chéngzhènhuà"],
    ["平安衢州", "píng'ān qúzhōu"],
    ["银行行长", "yínháng hángzhǎng"],
    ["重要窗口", "zhòngyào chuāngkǒu"],
    ["重庆", "chóngqìng"],
    [
      "以县城为重要载体的新型城镇化",
      "yǐ xiànchéng wéi zhòngyào zàitǐ de xīnxíng chéngzhènhuà",
    ],
    ["一带一路", "yīdài yīlù"],
    ["工业强市、产业兴市", "gōngyè qiángshì, chǎnyè xīngshì"],
    ["南孔圣地·衢州有礼", "nánkǒng shèngdì·qúzhōu yǒulǐ"],
    ["“141”工作体系", "141 gōngzuò tǐxì"],
    ["4+1重要要求", "4+1 zhòngyào yāoqiú"],
    ["ＡＩ 技术", "AI jìshù"],
    ["8090+", ""],
    ["", ""],
  ])("reads %s as %j", (source, pinyin) => {
    expect(write(source)).toBe(pinyin);
  });

  it("takes no more than the length of a term, however long the text", () => {
    expect(write("规划".repeat(50_000)).length).toBeLessThanOrEqual(500);
  });
});
