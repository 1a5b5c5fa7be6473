import { readCsv, type CsvTerm } from "@/core/glossary/csv";
import { decodeCsv } from "@/core/glossary/csv-bytes";
import { describeFailure, Refusal } from "./failure";
import { readBytes } from "./files";
import { AppError } from "@/core/errors";

/** Reads the terms of a CSV file; rows that cannot be taken are named on standard error. */
export async function readGlossaryFile(
  file: string,
): Promise<readonly CsvTerm[]> {
  const glossary = readCsv(decodeCsv(await readBytes(file)));
  if (glossary === null) {
    throw new Refusal(
      `${file} is no glossary: one of its first lines must name the columns, at least source and target.`,
    );
  }
  for (const { line, message, source } of glossary.problems) {
    const reason = describeFailure(new AppError("invalid", message)) ?? message;
    process.stderr.write(
      `${file}:${line}: ${source === "" ? "" : `${source}: `}${reason}\n`,
    );
  }
  return glossary.terms;
}
