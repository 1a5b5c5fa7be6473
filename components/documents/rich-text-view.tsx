import { Fragment, type ReactNode } from "react";
import {
  SAFE_HREF,
  type Block,
  type Mark,
  type RichText,
  type Run,
} from "@/core/text/rich-text";

/** Rich text at rest: the same elements as the editor draws, so that nothing moves when it opens. */
export function RichTextView({ value }: { readonly value: RichText }) {
  return <Blocks blocks={value.blocks} />;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // Plain data without ids; a block's place is what identifies it.
    <Fragment key={index}>{drawBlock(block)}</Fragment>
  ));
}

function drawBlock(block: Block): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? (
        <ol start={block.start}>{items}</ol>
      ) : (
        <ul>{items}</ul>
      );
    }
    case "table":
      return (
        <table>
          <tbody>
            {block.rows.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, column) => {
                  const Cell = cell.header ? "th" : "td";
                  return (
                    <Cell
                      key={column}
                      colSpan={cell.colspan}
                      rowSpan={cell.rowspan}
                    >
                      <Blocks blocks={cell.blocks} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => (
    <Fragment key={index}>{drawRun(run)}</Fragment>
  ));
}

function drawRun(run: Run): ReactNode {
  if (run.kind === "break") return <br />;
  if (run.kind === "note") return null;
  const marked = [...run.marks].reverse().reduce(wrap, run.text);
  if (run.href === null || !SAFE_HREF.test(run.href)) return marked;
  return (
    <a href={run.href} target="_blank" rel="noopener noreferrer nofollow">
      {marked}
    </a>
  );
}

function wrap(inner: ReactNode, mark: Mark): ReactNode {
  switch (mark) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "superscript":
      return <sup>{inner}</sup>;
    case "subscript":
      return <sub>{inner}</sub>;
    case "supplied":
      return <span className="supplied">{inner}</span>;
  }
}
