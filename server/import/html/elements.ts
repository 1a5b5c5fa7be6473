import type { RemarkKind } from "@/core/source/remark";
import type { SeenStyle } from "./style-rules";

const words = (list: string) => new Set(list.split(" "));

/** What a page has beside its text; nothing of it is said. */
const FURNITURE = words(
  "script style noscript template nav aside select option button textarea datalist dialog rp map",
);
/** Elements whose place is taken by a placeholder, and whose own words are not read. */
export const REPLACED = words("iframe object svg canvas audio video");
export const BLOCKS = words(
  "html body div p section article main header footer form fieldset blockquote pre ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th center address figure figcaption details summary hr",
);
export const VOID = words(
  "br hr img input link meta area base col embed source track wbr",
);
const MARGINS =
  /(?:^|[\s_-])(?:foot|footer|copyright|side|sidebar|related|recommend|share|menu|nav|navbar|navigation|toolbar|comments?)(?:$|[\s_-])/i;

type Attributes = Readonly<Record<string, string>>;

/** Why an element's words are not text: it is furniture, or they were struck out, hidden or a reading aid. */
export type LeftOut =
  "furniture" | Extract<RemarkKind, "struck-out" | "hidden" | "ruby">;

/** Tells why an element's words are left out; null where they are text. */
export function leftOutAs(
  name: string,
  attributes: Attributes,
  style: SeenStyle,
): LeftOut | null {
  if (FURNITURE.has(name) || REPLACED.has(name)) return "furniture";
  if (name === "rt" || name === "rtc") return "ruby";
  if (attributes["hidden"] !== undefined || style.hidden) return "hidden";
  const isStruck =
    name === "del" || name === "s" || name === "strike" || style.struck;
  return isStruck ? "struck-out" : null;
}

/** Tells whether a page calls an element a margin: a footer, a menu, a list of related pages. */
export function isMarginal(name: string, attributes: Attributes): boolean {
  if (name === "body" || name === "html") return false;
  return MARGINS.test(
    `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`.slice(0, 300),
  );
}
