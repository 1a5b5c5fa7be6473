/** What a page's style sheets and attributes say that changes which words a reader sees. */
export type SeenStyle = {
  readonly struck: boolean;
  readonly hidden: boolean;
  /** The list style that is set; null where none is. */
  readonly list: string | null;
};

type Attributes = Readonly<Record<string, string>>;

/** Style sheets of pages that were saved whole are large; what strikes or hides text is near their beginning. */
const MAX_SHEET = 512 * 1024;
const MAX_RULES = 5000;
const MAX_BODY = 2000;
const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i;
const NO_STYLE: SeenStyle = { struck: false, hidden: false, list: null };

/** The rules of a page with simple selectors (`del`, `.note`, `li.note`, `#old`); others are too seldom on text. */
export class StyleRules {
  private readonly rules = new Map<string, Partial<SeenStyle>>();

  /** Reads a style sheet; rules for printing alone do not count. */
  read(sheet: string): void {
    const css = sheet
      .slice(0, MAX_SHEET)
      .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, "");
    const open: boolean[] = [];
    let from = 0;
    for (const { index, 0: brace } of css.matchAll(/[{}]/g)) {
      const before = css.slice(from, index);
      if (brace === "}") open.pop();
      else if (before.trimStart().startsWith("@"))
        open.push(!/\bprint\b/i.test(before));
      else {
        if (!open.includes(false)) this.add(before, bodyAt(css, index));
        open.push(true);
      }
      from = index + 1;
    }
  }

  /** What holds for an element by its tag, class, id and own style. */
  styleOf(name: string, attributes: Attributes): SeenStyle {
    const own = declared(attributes["style"] ?? "");
    if (this.rules.size === 0)
      return own === null ? NO_STYLE : { ...NO_STYLE, ...own };
    const classes = (attributes["class"] ?? "").slice(0, 300).split(/\s+/);
    const keys = [
      name,
      ...classes.flatMap((one) => [`.${one}`, `${name}.${one}`]),
      `#${attributes["id"] ?? ""}`,
    ];
    const found = keys.map((key) => this.rules.get(key));
    return Object.assign({}, NO_STYLE, ...found, own) as SeenStyle;
  }

  private add(selectors: string, body: string): void {
    const seen = declared(body);
    if (seen === null || this.rules.size >= MAX_RULES) return;
    for (const selector of selectors.slice(0, MAX_BODY).split(",")) {
      const key = selector.trim();
      if (key !== "" && SIMPLE.test(key))
        this.rules.set(key, { ...this.rules.get(key), ...seen });
    }
  }
}

function bodyAt(css: string, brace: number): string {
  const end = css.indexOf("}", brace);
  return css.slice(
    brace + 1,
    Math.min(end < 0 ? css.length : end, brace + MAX_BODY),
  );
}

/** What a block of declarations says; null where it says nothing of this. */
function declared(body: string): Partial<SeenStyle> | null {
  if (!/decoration|display|visibility|list-style/i.test(body)) return null;
  const seen: { struck?: boolean; hidden?: boolean; list?: string } = {};
  for (const declaration of body.slice(0, MAX_BODY).split(";")) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (/^(?:-webkit-)?text-decoration(?:-line)?$/.test(property))
      seen.struck = /line-through/i.test(value);
    if (property === "display") seen.hidden = /^none\b/i.test(value);
    if (property === "visibility")
      seen.hidden = /^(?:hidden|collapse)\b/i.test(value);
    const list = /^list-style(?:-type)?$/.test(property)
      ? listStyleIn(value)
      : null;
    if (list !== null) seen.list = list;
  }
  return Object.keys(seen).length === 0 ? null : seen;
}

/** The style among the parts of `list-style: square inside url(x.gif)`; null where no part is one. */
function listStyleIn(value: string): string | null {
  const string = /(["'])[^"']*\1/.exec(
    value.replace(/url\([^)]*\)/gi, ""),
  )?.[0];
  if (string !== undefined) return string;
  return (
    value
      .replace(/url\([^)]*\)|!important/gi, " ")
      .split(/\s+/)
      .find((part) => /^[a-z][\w-]*$/i.test(part) && !OTHER.test(part)) ?? null
  );
}

const OTHER = /^(?:inside|outside|inherit|initial|unset|revert)$/i;
