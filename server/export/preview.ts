import type { Edition } from "@/core/editions/edition";
import type { ExportChoice } from "@/core/export/options";
import { exportEdition } from "./exporters";
import type { ExportPreview } from "./queue";

/** The most that is shown of a file without pages, in characters. */
const SHOWN = 20_000;

/** Shows how an edition will look in a format. */
export async function previewEdition(
  edition: Edition,
  choice: ExportChoice,
): Promise<ExportPreview> {
  const { body } = await exportEdition(edition, choice);
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  return { kind: "text", text: text.slice(0, SHOWN) };
}
