import type { SourceTable } from "@/core/source/paragraph";

type SourceTableViewProps = {
  readonly table: {
    readonly rows: readonly (readonly SourceTable["rows"][number][number][])[];
  };
};

/** A table of the source, cell by cell. */
export function SourceTableView({ table }: SourceTableViewProps) {
  return (
    <table className="source-table">
      <tbody>
        {table.rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, column) => {
              const Cell = cell.header ? "th" : "td";
              return (
                <Cell
                  key={column}
                  colSpan={cell.colspan}
                  rowSpan={cell.rowspan}
                >
                  {cell.text}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
