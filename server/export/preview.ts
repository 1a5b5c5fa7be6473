import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import type { ExportChoice } from "@/core/export/options";
import { beginningOf } from "./beginning-of";
import { exportEdition } from "./exporters";
import type { ExportPreview } from "./queue";

/** The most that is shown of a file without pages, in characters. */
const SHOWN_CHARACTERS = 20_000;

/** Title page, imprint, contents, introduction, and how the text itself begins. */
const SHOWN_PAGES = 9;

/** Shows how an edition will look in a format: pages as pictures, what is read in a window as a page of one, else words. */
export async function previewEdition(
  edition: Edition,
  choice: ExportChoice,
): Promise<ExportPreview> {
  const { format, options } = choice;
  // Word breaks its pages itself; its styles are those of the book.
  if (format === "pdf" || format === "docx")
    return { kind: "pages", pages: await drawPages(edition, options) };
  if (format === "html" || format === "epub") {
    const page = { format: "html", options } as const;
    const { body } = await exportEdition(beginningOf(edition), page);
    return { kind: "html", html: textOf(body) };
  }
  const { body } = await exportEdition(edition, choice);
  return { kind: "text", text: textOf(body).slice(0, SHOWN_CHARACTERS) };
}

async function drawPages(
  edition: Edition,
  options: ExportChoice["options"],
): Promise<readonly string[]> {
  const [{ makeBook }, { coverageOf }, { layOut }, { BOOK }, { cutPages }] =
    await Promise.all([
      import("./pdf/book"),
      import("./pdf/coverage"),
      import("./pdf/typst"),
      import("./pdf/pdf"),
      import("./pdf/cut-pages"),
    ]);
  const prepared = prepareEdition(beginningOf(edition), options);
  const book = makeBook(prepared, options, coverageOf(options.fonts));
  return cutPages(layOut(BOOK, options.fonts, book).svg(), SHOWN_PAGES);
}

function textOf(body: string | Uint8Array): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
