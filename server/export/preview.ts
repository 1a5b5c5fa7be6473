import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import type { ExportChoice } from "@/core/export/options";
import { plainText } from "@/core/text/rich-text";
import { exportEdition } from "./exporters";
import type { ExportPreview } from "./queue";

/** The most that is shown of a file without pages, in characters. */
const SHOWN_CHARACTERS = 20_000;

/** Title page, imprint, contents, introduction, and how the text itself begins. */
const SHOWN_PAGES = 9;

/** As much of a text as those pages can hold, in characters of both languages: the rest need not be laid out. */
const LAID_OUT = 60_000;

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

/** An edition without the paragraphs that no page of a preview comes to. */
function beginningOf(edition: Edition): Edition {
  let length = 0;
  const isShown = ({ source, target }: Edition["paragraphs"][number]) => {
    const isWanted = length < LAID_OUT;
    length += source.text.length;
    length += target === null ? 0 : plainText(target).length;
    return isWanted;
  };
  const paragraphs = edition.paragraphs.filter(isShown);
  return paragraphs.length === edition.paragraphs.length
    ? edition
    : { ...edition, paragraphs };
}

function textOf(body: string | Uint8Array): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
