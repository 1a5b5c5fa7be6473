import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";

/**
 * Clears pasted HTML of what Word and Google Docs put around their text: bullets and numbers that are drawn as text,
 * namespaced elements, comments. What remains is read by the schema, which keeps only what it knows.
 */
export function cleanPastedHtml(html: string): string {
  return (
    html
      // Word draws the bullet or number of a list line as text of its own.
      .replace(/<!--\[if !supportLists\]-->[\s\S]*?<!--\[endif\]-->/gi, "")
      .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gi, "")
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<br class="?Apple-interchange-newline"?>/gi, "")
      .replace(/<\/?(?:o|w|m|v|st1):[a-z][^>]*>/gi, "")
      .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1\s*>/gi, "")
  );
}

/** Turns pasted tables into lines, with tabs between the cells, for rows that are no table paragraphs. */
export function withoutTables(slice: Slice, schema: Schema): Slice {
  const content = linesOf(slice.content, schema);
  if (content === slice.content) return slice;
  // What was open belonged to the tables.
  return new Slice(content, 0, 0);
}

function linesOf(content: Fragment, schema: Schema): Fragment {
  let hasTable = false;
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === "table")
      node.forEach((row) => nodes.push(lineOf(row, schema)));
    else if (node.type.name === "tableRow") nodes.push(lineOf(node, schema));
    else if (node.type.name === "tableCell" || node.type.name === "tableHeader")
      node.forEach((block) => nodes.push(block));
    else {
      nodes.push(node);
      return;
    }
    hasTable = true;
  });
  return hasTable ? Fragment.from(nodes) : content;
}

function lineOf(row: Node, schema: Schema): Node {
  const inline: Node[] = [];
  row.forEach((cell, _offset, index) => {
    if (index > 0) inline.push(schema.text("\t"));
    inline.push(...wordsOf(cell));
  });
  return schema.nodes.paragraph?.create(null, inline) ?? row;
}

/** The inline content of a cell, its blocks parted by spaces. */
function wordsOf(cell: Node): readonly Node[] {
  const words: Node[] = [];
  cell.descendants((node, _position, parent) => {
    if (!node.isInline) return true;
    const isNewBlock = words.length > 0 && parent?.firstChild === node;
    if (isNewBlock) words.push(node.type.schema.text(" "));
    words.push(node);
    return false;
  });
  return words;
}
