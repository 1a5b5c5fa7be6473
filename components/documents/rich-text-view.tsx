import { Fragment, type ReactNode } from "react";
import {
  SAFE_HREF,
  type Block,
  type Mark,
  type NoteMark,
  type RichText,
  type Run,
} from "@/core/text/rich-text";

/** Draws the mark of a note; nothing where it draws nothing. */
export type DrawNote = (mark: NoteMark) => ReactNode;

type RichTextViewProps = {
  readonly value: RichText;
  /** Draws the mark of a note; without it marks are drawn as nothing. */
  readonly drawNote?: DrawNote;
};

/** Rich text at rest: the same elements as the editor draws, so that nothing moves when it opens. */
export function RichTextView({ value, drawNote }: RichTextViewProps) {
  return <Blocks blocks={value.blocks} drawNote={drawNote ?? drawNothing} />;
}

const drawNothing: DrawNote = () => null;

type BlocksProps = {
  readonly blocks: readonly Block[];
  readonly drawNote: DrawNote;
};

function Blocks({ blocks, drawNote }: BlocksProps) {
  return blocks.map((block, index) => (
    // Plain data without ids; a block's place is what identifies it.
    <Fragment key={index}>{drawBlock(block, drawNote)}</Fragment>
  ));
}

function drawBlock(block: Block, drawNote: DrawNote): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} drawNote={drawNote} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} drawNote={drawNote} />
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
                      <Blocks blocks={cell.blocks} drawNote={drawNote} />
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

function Runs({
  runs,
  drawNote,
}: {
  readonly runs: readonly Run[];
  readonly drawNote: DrawNote;
}) {
  return runs.map((run, index) => (
    <Fragment key={index}>{drawRun(run, drawNote)}</Fragment>
  ));
}

function drawRun(run: Run, drawNote: DrawNote): ReactNode {
  if (run.kind === "break") return <br />;
  if (run.kind === "note") return drawNote(run);
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
