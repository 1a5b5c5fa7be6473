import iconv from "iconv-lite";
import { AppError } from "@/core/errors";

/** A decoded text and the name of the encoding it was found to be in. */
export type DecodedText = { readonly text: string; readonly encoding: string };

/** What is judged is the beginning: the rest is of the same encoding. */
const SAMPLE = 128 * 1024;

const BOMS: readonly (readonly [bytes: readonly number[], encoding: string])[] =
  [
    [[0xef, 0xbb, 0xbf], "utf-8"],
    [[0xff, 0xfe, 0, 0], "utf-32le"],
    [[0, 0, 0xfe, 0xff], "utf-32be"],
    [[0xff, 0xfe], "utf-16le"],
    [[0xfe, 0xff], "utf-16be"],
    [[0x84, 0x31, 0x95, 0x33], "gb18030"],
  ];

/** Encodings that have no mark of their own; the first wins a tie. */
const CANDIDATES = [
  "utf-8",
  "gb18030",
  "big5",
  "utf-16le",
  "utf-16be",
] as const;

/** The commonest characters of official and everyday Chinese, simplified and traditional: right text is full of them. */
const COMMON = new Set(
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严" +
    "們這個國時來會發動過說產種後學經進著電裡現實體機當點從業應開還關線內數樣與無軍題黨員長頭資邊統較將見計組別論運農幾區強決戰處隊給門規領熱東導壓積濟階術極聯認權證單風類離華確張馬節話況傳廣記許觀織裝書復兒須際驗連斷難礦劃備辦習響勞團歷構稱準號維選標寫親斯養屬圓滿縣參紅細聽鐵價嚴應對於為務總場議報臺灣政府會議辦法條第項規定發布",
);

/** Finds the encoding of a text file and decodes it; `hint` is what the file says of itself, such as an HTML charset. */
export function decodeText(
  bytes: Uint8Array,
  hint: string | null,
): DecodedText {
  const marked = BOMS.find(([bom]) =>
    bom.every((byte, index) => bytes[index] === byte),
  );
  if (marked !== undefined)
    return decodeAs(bytes.subarray(marked[0].length), marked[1]);
  const named = hint === null ? null : decodeByHint(bytes, hint);
  if (named !== null) return named;
  const hasNul = bytes.subarray(0, SAMPLE).includes(0);
  const utf8 = hasNul ? null : decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8" };
  const encoding = guessEncoding(bytes);
  if (encoding === null)
    throw new AppError(
      "invalid",
      hasNul ? "source_unreadable" : "source_encoding",
    );
  return decodeAs(bytes, encoding);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A file is believed about itself where what comes out is text. */
function decodeByHint(bytes: Uint8Array, hint: string): DecodedText | null {
  const name = hint.trim().toLowerCase();
  const encoding = /^(?:gb2312|gbk|gb_2312-80|x-gbk|gb18030)$/.test(name)
    ? "gb18030"
    : name;
  if (!iconv.encodingExists(encoding)) return null;
  if (/^utf-?8$/.test(encoding)) {
    const text = decodeUtf8(bytes);
    return text === null ? null : { text, encoding: "utf-8" };
  }
  const decoded = decodeAs(bytes, encoding);
  return faultsOf(decoded.text.slice(0, SAMPLE)) === 0 ? decoded : null;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  return {
    text: iconv.decode(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      encoding,
    ),
    encoding,
  };
}

function guessEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const scored = CANDIDATES.map((encoding) => ({
    encoding,
    score: scoreText(decodeAs(sample, encoding).text),
  }));
  const best = scored.reduce((one, other) =>
    other.score > one.score ? other : one,
  );
  return best.score > 0 ? best.encoding : null;
}

/**
 * How much a text looks like one: a share of common characters, less what no text has. Bytes read in a wrong
 * encoding yield rare characters, private ones and gaps.
 */
function scoreText(text: string): number {
  // The last character may have been cut in two by the sample.
  const sample = text.slice(0, -1) || text;
  let common = 0;
  let rare = 0;
  let plain = 0;
  for (const char of sample) {
    const code = char.codePointAt(0) ?? 0;
    if (COMMON.has(char)) common += 1;
    else if (isPlain(code)) plain += 1;
    else if (isIdeograph(code)) rare += 1;
  }
  const faults = faultsOf(sample);
  return (
    (common * 2 + plain * 0.5 - rare * 0.5 - faults * 8) /
    Math.max(1, sample.length)
  );
}

function isPlain(code: number): boolean {
  const isAscii =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code < 127);
  return (
    isAscii ||
    (code >= 0x3000 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2027)
  );
}

function isIdeograph(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Counts what no text contains: gaps, private characters, controls and half characters. */
export function faultsOf(text: string): number {
  let faults = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isControl =
      code < 32 &&
      code !== 9 &&
      code !== 10 &&
      code !== 13 &&
      code !== 12 &&
      code !== 11;
    if (
      isControl ||
      code === 0x7f ||
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      code === 0xffff ||
      code === 0xfffe
    )
      faults += 1;
  }
  return faults;
}
