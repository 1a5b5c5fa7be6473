/** Parses HTML into an inert document: nothing in it runs or loads. */
type Parse = (html: string) => Document;

const parseInBrowser: Parse = (html) =>
  new DOMParser().parseFromString(html, "text/html");

/** Elements whose words are not text of the page they were copied from. */
const NO_TEXT = "style, script, title, xml, template, noscript";

/**
 * Comments of the reviewers, as Word, WPS and Google Docs copy them: the mark at the place, and the list of comments at
 * the end. The words that a comment is about stay.
 */
const COMMENTS = [
  ".msocomanchor",
  ".msocomtxt",
  ".MsoCommentReference",
  ".MsoCommentText",
  ".MsoCommentSubject",
  'a[href^="#_msocom_" i]',
  'a[name^="_msocom_" i]',
  'a[id^="_msocom_" i]',
  'a[href^="#cmnt" i]',
].join(", ");

/** Deleted and struck-out words; the rule is the same when a source is imported. */
const DELETED = "del, s, strike, .msoDel, .MsoDel";

/**
 * Clears pasted HTML of what word processors put around their text: comments, deleted words, marks of review, drawn
 * bullets, namespaced elements. Numbers of lists are kept, since paragraphs are referred to by them. The schema reads
 * what remains and keeps only what it knows.
 */
export function cleanPastedHtml(
  html: string,
  parse: Parse = parseInBrowser,
): string {
  const document = parse(
    // Word's own conditions are no HTML; a parser would take the first for a comment with the text in it.
    html.replace(/<!--\[if !support\w+\]-->|<!--\[endif\]-->/gi, ""),
  );
  const { body } = document;
  const remove = (selector: string) => {
    for (const element of [...body.querySelectorAll(selector)])
      element.remove();
  };
  remove(NO_TEXT);
  removeComments(body, remove);
  remove(DELETED);
  for (const element of [...body.querySelectorAll("[style]")])
    if (isStruckOrHidden(styleOf(element))) element.remove();
  remove(
    '[hidden], br.Apple-interchange-newline, br[class="Apple-interchange-newline"]',
  );
  for (const list of [...body.querySelectorAll("ol")]) writeMarkers(list);
  for (const mark of [...body.querySelectorAll("[style]")]) settleMarker(mark);
  for (const element of [...body.querySelectorAll("*")])
    if (/^(?:o|w|m|v|st1):/i.test(element.nodeName)) unwrap(element);
  return body.innerHTML;
}

const styleOf = (element: Element) =>
  (element.getAttribute("style") ?? "").toLowerCase();

const unwrap = (element: Element) => element.replaceWith(...element.childNodes);

function removeComments(body: Element, remove: (selector: string) => void) {
  for (const element of [...body.querySelectorAll("[style]")])
    if (/mso-element:\s*(?:comment|header|footer)/.test(styleOf(element)))
      element.remove();
  // Google Docs: the list at the end leads back to the places, each in a box of its own.
  for (const link of [...body.querySelectorAll('a[href^="#cmnt_ref" i]')]) {
    const entry = link.closest("div") ?? link.closest("p") ?? link;
    if (entry !== body) entry.remove();
  }
  remove(COMMENTS);
}

function isStruckOrHidden(style: string): boolean {
  return (
    /text-decoration(?:-line)?\s*:[^;]*line-through/.test(style) ||
    /mso-hide\s*:\s*all|display\s*:\s*none|visibility\s*:\s*hidden/.test(style)
  );
}

/** Word draws the number or bullet of a line of a list as text of its own: numbers stay, bullets go. */
function settleMarker(element: Element): void {
  const style = styleOf(element);
  if (!/mso-list\s*:\s*ignore|mso-special-format\s*:[^;]*bullet/.test(style))
    return;
  const text = (element.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
  // A bullet is a sign, or a letter of a font of signs ("o" of Courier New, "§" of Wingdings).
  const isBullet =
    !/[\p{L}\p{N}]/u.test(text) ||
    /symbol|wingdings|webdings|courier/.test(fontsAround(element));
  if (isBullet || text === "") element.remove();
  else element.replaceWith(`${text} `);
}

/** The styles of an element and of what directly surrounds and fills it: the font of a marker is set on either. */
function fontsAround(element: Element): string {
  const parent = element.parentElement;
  const around =
    parent === null || parent.nodeName === "P" ? "" : styleOf(parent);
  return `${around};${styleOf(element)}`
    .split(";")
    .filter((declaration) => /^\s*font/.test(declaration))
    .join(";");
}

const COUNTERS: Readonly<Record<string, (value: number) => string>> = {
  a: (value) => letters(value),
  A: (value) => letters(value).toUpperCase(),
  i: (value) => roman(value),
  I: (value) => roman(value).toUpperCase(),
};

const STYLES: Readonly<Record<string, keyof typeof COUNTERS>> = {
  "lower-alpha": "a",
  "lower-latin": "a",
  "upper-alpha": "A",
  "upper-latin": "A",
  "lower-roman": "i",
  "upper-roman": "I",
};

/** The editor's lists count in figures: lists that count otherwise become lines that begin with their markers. */
function writeMarkers(list: Element): void {
  const items = [...list.children].filter(({ nodeName }) => nodeName === "LI");
  const kindOf = (element: Element | undefined) =>
    STYLES[
      /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(
        element ? styleOf(element) : "",
      )?.[1] ?? ""
    ];
  const type = list.getAttribute("type") ?? "";
  const kind =
    kindOf(items[0]) ??
    kindOf(list) ??
    (Object.hasOwn(COUNTERS, type) ? type : "1");
  const jumps =
    items.some((item) => item.hasAttribute("value")) ||
    list.hasAttribute("reversed");
  if (kind === "1" && !jumps) return;
  const step = list.hasAttribute("reversed") ? -1 : 1;
  let value = numberOf(list, "start") ?? (step === 1 ? 1 : items.length);
  for (const item of items) {
    value = numberOf(item, "value") ?? value;
    markItem(item, `${COUNTERS[kind]?.(value) ?? value}. `);
    value += step;
  }
  unwrap(list);
}

function numberOf(element: Element, name: string): number | null {
  const value = Number.parseInt(element.getAttribute(name) ?? "", 10);
  return Number.isInteger(value) && Math.abs(value) < 100_000 ? value : null;
}

function markItem(item: Element, marker: string): void {
  const { ownerDocument: document } = item;
  const first = item.firstElementChild;
  if (first?.nodeName === "P" && item.firstChild === first) {
    first.prepend(marker);
    unwrap(item);
    return;
  }
  const line = document.createElement("p");
  line.append(marker, ...item.childNodes);
  item.replaceWith(line);
}

/** 1 is a, 27 is aa. */
function letters(value: number): string {
  if (value < 1) return String(value);
  const before = Math.floor((value - 1) / 26);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return before === 0 ? letter : letters(before) + letter;
}

const ROMAN = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [size, sign] of ROMAN)
    for (; rest >= size; rest -= size) text += sign;
  return text;
}
