import { expect, type Locator, type Page } from "@playwright/test";

// How tests find their way in the workbench: by what a reader of the screen is told.

/** Opens a document and waits until its rows are there and it is connected. */
export async function openWorkbench(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole("list", { name: "Paragraphs" })).toBeVisible();
  await expectSaved(page);
}

/** The words of the header about saving. */
export function savingState(page: Page): Locator {
  return page.getByRole("banner").getByRole("status");
}

/** Waits for the header to say that everything is in the database. */
export async function expectSaved(page: Page) {
  await expect(savingState(page)).toHaveText("Saved");
}

/** The row of a paragraph; of several fields of one, the first. */
export function row(page: Page, number: number): Locator {
  return page
    .getByRole("listitem", { name: `Paragraph ${number}`, exact: true })
    .first();
}

/** The English of a paragraph, at rest or being written. */
export function english(page: Page, number: number): Locator {
  const name = `English of paragraph ${number}`;
  return page.getByRole("textbox", { name, exact: true }).first();
}

/** The one mounted editor of an English text. */
export function editor(page: Page): Locator {
  return page.locator(".ProseMirror[data-text=target]");
}

/** The line of a heading in the outline. */
export function outlineLine(page: Page, words: string | RegExp): Locator {
  return page
    .getByRole("complementary", { name: "Contents" })
    .getByRole("treeitem", { name: words });
}

/** Less than what is drawn around the view, so that no row is passed by; in pixels. */
const STRIDE = 1200;

/** Goes to a section by way of the outline, and scrolls on until a paragraph of it is in view. */
export async function show(
  page: Page,
  number: number,
  section: string | RegExp,
) {
  await outlineLine(page, section).click();
  const rows = page
    .getByRole("list", { name: "Paragraphs" })
    .getByRole("listitem");
  // Over the English, where no term opens its card under the pointer.
  await page.mouse.move(900, 500);
  await expect(async () => {
    const drawn = await rows.evaluateAll((all) =>
      all.map((one) => Number(/\d+/.exec(one.ariaLabel ?? "")?.[0])),
    );
    const middle = drawn.at(drawn.length / 2) ?? 0;
    if (!drawn.includes(number))
      await page.mouse.wheel(0, middle < number ? STRIDE : -STRIDE);
    await expect(row(page, number)).toBeAttached({ timeout: 200 });
  }).toPass({ timeout: 30_000, intervals: [0] });
  await english(page, number).scrollIntoViewIfNeeded();
}

/** Opens the English of a paragraph, which may be far off the screen in a section. */
export async function openEnglish(
  page: Page,
  number: number,
  section?: string | RegExp,
): Promise<Locator> {
  if (section !== undefined) await show(page, number, section);
  await english(page, number).click();
  await expectOpen(page, number);
  return editor(page);
}

/** Waits until the editor of a paragraph is there and the keys go into it. */
export async function expectOpen(page: Page, number: number) {
  const name = `English of paragraph ${number}`;
  await expect(editor(page)).toHaveAccessibleName(name);
  await expect(editor(page)).toBeFocused();
}

/** What is selected by dragging over words of a paragraph's Chinese. */
export async function selectSource(page: Page, number: number, words: string) {
  const source = row(page, number).locator("[data-text=source]");
  await source.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      // Numbers of notes stand in the text and are none of it.
      if (text.parentElement?.closest(".note-mark") == null) texts.push(text);
    }
    const whole = texts.map((text) => text.data).join("");
    const from = whole.indexOf(words);
    if (from === -1) throw new Error(`The paragraph does not hold ${words}.`);
    const range = document.createRange();
    let passed = 0;
    for (const text of texts) {
      const end = passed + text.length;
      if (passed <= from && from < end) range.setStart(text, from - passed);
      const to = from + words.length;
      if (passed < to && to <= end) range.setEnd(text, to - passed);
      passed = end;
    }
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }, words);
}

/** Puts the caret behind words of the English that is open. */
export async function caretBehind(page: Page, words: string) {
  await editor(page).evaluate((element: HTMLElement, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(words);
      if (at === -1) continue;
      element.focus();
      window.getSelection()?.collapse(text, at + words.length);
      return;
    }
    throw new Error(`The English does not hold ${words}.`);
  }, words);
}

/** The tab of the margin with the notes of the paragraph, and how many there are. */
export function notesTab(page: Page, count?: number): Locator {
  const name = count === undefined ? /^Notes/ : `Notes ${count}`;
  return page.getByRole("tab", { name, exact: true });
}

/** The card that is open in the margin. */
export function openNote(page: Page): Locator {
  return page.getByRole("article", { name: "Open note" });
}

/** The text of the open note. */
export function noteText(page: Page): Locator {
  return openNote(page).getByRole("textbox", { name: "Text of the note" });
}

/** The numbers of notes in one of a paragraph's two texts, in order. */
async function numbersIn(
  page: Page,
  number: number,
  side: "source" | "target",
): Promise<readonly string[]> {
  return row(page, number)
    .locator(`.row-${side} .note-mark`)
    .evaluateAll((marks) =>
      marks.map((mark) => mark.textContent?.replace("\u200b", "") ?? ""),
    );
}

/** Waits for the numbers of notes in one of a paragraph's texts. */
export async function expectNumbers(
  page: Page,
  number: number,
  side: "source" | "target",
  numbers: readonly string[],
) {
  await expect.poll(() => numbersIn(page, number, side)).toEqual(numbers);
}
