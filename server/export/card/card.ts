import sharp from "sharp";
import type { Edition } from "@/core/editions/edition";
import { titleText } from "@/core/export/content";
import { imprintLines, words } from "@/core/export/imprint";
import { coverageOf } from "@/server/export/pdf/coverage";
import { TYPEFACES } from "@/server/export/pdf/fonts";
import { cutText } from "@/server/export/pdf/running-line";
import { Setter, UNMARKED } from "@/server/export/pdf/set-spans";
import { layOut } from "@/server/export/pdf/typst";

const WIDTH = 1200;
const HEIGHT = 630;
const MAX_TITLE = { en: 160, zh: 60 };

const TEMPLATE = new URL("./card.typ", import.meta.url);

/** Draws the picture that stands for an edition where its address is shared: PNG, 1200 by 630. */
export async function drawCard(edition: Edition): Promise<Uint8Array> {
  const setter = new Setter(coverageOf("serif"), false);
  const line = (text: string, max: number) =>
    setter.line(words(cutText(text, max)), UNMARKED);
  const english = titleText(edition);
  const chinese = edition.title.source;
  const said = imprintLines(edition).filter(({ key }) =>
    ["edition", "translator"].includes(key),
  );
  const card = layOut(TEMPLATE, "serif", {
    typefaces: TYPEFACES.serif,
    title: line(english, MAX_TITLE.en),
    length: [...english].length,
    chinese: english === chinese ? [] : line(chinese, MAX_TITLE.zh),
    issued: line(edition.source.issuingBody?.target ?? "", MAX_TITLE.en),
    lines: said.map(({ key, label, spans }) => ({
      label: key === "edition" ? "" : label,
      line: setter.line(spans, UNMARKED),
    })),
  });
  return sharp(Buffer.from(card.svg())).resize(WIDTH, HEIGHT).png().toBuffer();
}
