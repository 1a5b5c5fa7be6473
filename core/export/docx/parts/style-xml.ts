/** A style as it is written: its properties in the order of the schema. */
type Style = {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Properties of paragraphs. */
  readonly p?: string;
  /** Properties of runs. */
  readonly r?: string;
  /** True where it is no style that one would choose: of notes, heads, and the like. */
  readonly isQuiet?: boolean;
};

const tagged = (name: string, value: string | undefined) =>
  value === undefined ? "" : `<w:${name} w:val="${value}"/>`;

const properties = ({ p = "", r = "" }: Pick<Style, "p" | "r">) =>
  (p === "" ? "" : `<w:pPr>${p}</w:pPr>`) +
  (r === "" ? "" : `<w:rPr>${r}</w:rPr>`);

/** Writes a style of paragraphs. */
export const paragraphStyle = ({
  id,
  name,
  basedOn = "Normal",
  next,
  isQuiet = false,
  ...style
}: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${isBuiltIn(name) ? "" : ' w:customStyle="1"'}>${tagged("name", name)}${tagged("basedOn", basedOn)}${tagged("next", next)}${tagged("uiPriority", isQuiet ? "99" : "1")}${isQuiet ? "" : "<w:qFormat/>"}${properties(style)}</w:style>`;

/** Writes a style of characters. */
export const characterStyle = (id: string, name: string, r: string) =>
  `<w:style w:type="character" w:styleId="${id}"${isBuiltIn(name) ? "" : ' w:customStyle="1"'}>${tagged("name", name)}<w:basedOn w:val="DefaultParagraphFont"/>${tagged("uiPriority", "10")}${r === "" ? "" : `<w:rPr>${r}</w:rPr>`}</w:style>`;

// Word knows these by their names in any language; every other style is the edition's own.
const BUILT_IN =
  /^(?:Title|heading \d|toc \d|header|footer|Body Text|Hyperlink|(?:footnote|endnote|annotation) (?:text|reference))$/;
const isBuiltIn = (name: string) => BUILT_IN.test(name);

/** The space around a paragraph in twips, and the height of its lines in 240ths of a line. */
export const spacing = (before: number, after: number, line?: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"${line === undefined ? "" : ` w:line="${line}" w:lineRule="auto"`}/>`;

/** A size in half points, for every script. */
export const size = (value: number) =>
  `<w:sz w:val="${value}"/><w:szCs w:val="${value}"/>`;

export const BOLD = "<w:b/><w:bCs/>";
export const ITALIC = "<w:i/><w:iCs/>";
export const CENTERED = '<w:jc w:val="center"/>';
export const KEEP_NEXT = "<w:keepNext/>";
export const CHINESE = '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>';

/** A colour of the theme, with its value for programs that know no themes. */
export const INK_2 = '<w:color w:val="5C544A" w:themeColor="text2"/>';
export const VERMILION = '<w:color w:val="93270F" w:themeColor="accent1"/>';
export const HAIR = 'w:val="single" w:sz="4" w:space="0" w:color="BFB49C"';
