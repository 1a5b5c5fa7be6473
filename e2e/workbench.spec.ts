import { expect, test } from "./fixtures";
import {
  editor,
  english,
  expectOpen,
  expectSaved,
  openEnglish,
  openWorkbench,
  outlineLine,
  row,
  savingState,
  show,
} from "./workbench";

// Paragraph 21 is "6. 加快推动现代服务业发展。…", the first without English; 22 and 23 have none either.
const SERVICES =
  "6. Accelerating the growth of modern services (现代服务业): we will bring them closer to advanced manufacturing.";
const SECTION = /five-chain integration as the driving force/;

test("a paragraph is opened by a click, written in both scripts, and confirmed into the next", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await expect(editor(page)).toHaveCount(0);
  const progress = page.getByRole("banner").getByText(/of 89 paragraphs/);
  const before = Number.parseInt((await progress.textContent()) ?? "", 10);
  expect(before).toBeGreaterThan(0);
  await expect(outlineLine(page, SECTION)).toContainText("3 of 6 translated");

  await openEnglish(page, 21, SECTION);
  await page.keyboard.type(SERVICES);
  await expect(row(page, 21).getByRole("img", { name: "Draft" })).toBeVisible();
  await expectSaved(page);
  await page.keyboard.press("Control+Enter");
  await expectOpen(page, 22);
  await expect(editor(page)).toHaveCount(1);
  await expect(
    row(page, 21).getByRole("img", { name: "Translated" }),
  ).toBeVisible();
  await expect(progress).toContainText(`${before + 1} of 89 paragraphs`);
  await expect(outlineLine(page, SECTION)).toContainText("4 of 6 translated");

  // Nothing to confirm: said, and one stays.
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("There is no English here yet.")).toBeVisible();
  await expectOpen(page, 22);

  await page.reload();
  await expectSaved(page);
  await show(page, 21, SECTION);
  await expect(english(page, 21)).toHaveText(SERVICES);
  await expect(progress).toContainText(`${before + 1} of 89 paragraphs`);
});

test("who edits an approved paragraph returns it to translated", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 5);
  await expect(
    row(page, 5).getByRole("button", { name: "Status: Approved. Change it" }),
  ).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" (2026–2030)");
  await expect(
    row(page, 5).getByRole("button", { name: "Status: Translated. Change it" }),
  ).toBeVisible();
  await row(page, 5)
    .getByRole("button", { name: /^Status/ })
    .click();
  await page.getByRole("menuitemradio", { name: "Approved" }).click();
  await expect(
    row(page, 5).getByRole("img", { name: "Approved" }),
  ).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(
    row(page, 5).getByRole("img", { name: "Approved" }),
  ).toBeVisible();
});

test("the keyboard alone goes to a paragraph, into it, on, back and out, with one editor at a time", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await outlineLine(page, SECTION).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, 18)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, 19)).toBeFocused();
  await page.keyboard.press("Enter");
  await expectOpen(page, 19);
  await page.keyboard.press("Alt+ArrowDown");
  await expectOpen(page, 20);
  await expect(editor(page)).toHaveCount(1);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expectOpen(page, 21);
  await page.keyboard.press("Alt+ArrowUp");
  await expectOpen(page, 20);
  await page.keyboard.press("Escape");
  await expect(row(page, 20)).toBeFocused();
  await expect(editor(page)).toHaveCount(1);
  for (const number of [21, 22, 23, 24, 25, 26]) {
    await page.keyboard.press("Alt+ArrowDown");
    await expectOpen(page, number);
  }
  await expect(row(page, 26)).toBeInViewport();
  await expect(editor(page)).toHaveCount(1);
});

test("find looks in both texts and brings what is far off the screen into view", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await expect(row(page, 88)).toBeHidden();
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search");
  const field = bar.getByLabel("Find in both texts");
  await field.fill("全市上下要更加紧密地团结");
  await expect(bar.getByRole("status")).toHaveText("1 of 1");
  await expect(row(page, 88)).toBeInViewport();
  await expect(row(page, 88)).toContainText("全市上下要更加紧密地团结");

  await field.fill("Quzhou Release");
  await expect(bar.getByRole("status")).toHaveText("1 of 1");
  await expect(row(page, 89)).toBeInViewport();

  await field.fill("新质生产力");
  await expect(bar.getByRole("status")).toHaveText("1 of 3");
  await expect(row(page, 11)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText("2 of 3");
  await expect(row(page, 24)).toBeInViewport();
  await page.keyboard.press("Shift+F3");
  await expect(bar.getByRole("status")).toHaveText("1 of 3");

  await field.fill("没有这样的话");
  await expect(bar.getByRole("status")).toHaveText("Not found");
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("Alt+k");
  await expect(field).toBeFocused();
});

test("bold, superscript and supplied words stay marks, and brackets are drawn, not typed", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  const text = await openEnglish(page, 21, SECTION);
  await page.keyboard.press("Control+b");
  await page.keyboard.type("Services");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" of 22.5 km");
  await row(page, 21).getByRole("button", { name: "Superscript" }).click();
  await page.keyboard.type("2");
  await row(page, 21).getByRole("button", { name: "Superscript" }).click();
  await page.keyboard.type(" in ");
  await page.keyboard.press("Alt+[");
  await page.keyboard.type("the city of");
  await page.keyboard.press("Alt+[");
  await page.keyboard.type(" Quzhou");

  const expectMarks = async (at: ReturnType<typeof english>) => {
    await expect(at).toHaveText("Services of 22.5 km2 in the city of Quzhou");
    await expect(at.locator("strong")).toHaveText("Services");
    await expect(at.locator("sup")).toHaveText("2");
    await expect(at.locator(".supplied")).toHaveText("the city of");
    const drawn = await at
      .locator(".supplied")
      .evaluate((element) => [
        getComputedStyle(element, "::before").content,
        getComputedStyle(element, "::after").content,
      ]);
    expect(drawn).toEqual(['"["', '"]"']);
    // Chinese within words in italics stays upright.
    await expect(at).toHaveCSS("font-synthesis-style", "none");
  };
  await expectMarks(text);
  await page.keyboard.press("Alt+ArrowDown");
  await expectOpen(page, 22);
  await expectMarks(english(page, 21));
  await expectSaved(page);
  await page.reload();
  await show(page, 21, SECTION);
  await expectMarks(english(page, 21));
});

test("pasted HTML leaves behind all that the text does not know", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  const text = await openEnglish(page, 21, SECTION);
  await text.evaluate((element) => {
    const clipboard = new DataTransfer();
    clipboard.setData(
      "text/html",
      `<html><head><style>p { color: red }</style></head><body onload="window.ran = 1">
        <h1 style="font-size: 80px" onclick="window.ran = 1">Modern <b>services</b></h1>
        <script>window.ran = 1</script>
        <p class="evil" id="evil">grow <i>fast</i> <img src="data:," onerror="window.ran = 1">
          <a href="javascript:window.ran=1">here</a> and <a href="https://example.org/zh">there</a></p>
        <iframe srcdoc="<script>parent.ran = 1</script>"></iframe>
        <form action="https://example.com"><input value="secret"><button>Go</button></form>
        <svg onload="window.ran = 1"><text>drawn</text></svg>
      </body></html>`,
    );
    element.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData: clipboard,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await expect(text).toContainText("Modern services");
  await expect(text).toContainText("there");
  await expectSaved(page);

  const expectClean = async (at: ReturnType<typeof english>) => {
    await expect(at.locator("strong")).toHaveText("services");
    await expect(at.locator("em")).toHaveText("fast");
    await expect(at.getByRole("link")).toHaveText("there");
    const left = await at.evaluate((element) => ({
      elements: [
        ...new Set(
          [...element.querySelectorAll("*")].map(({ tagName }) => tagName),
        ),
      ].sort(),
      attributes: [
        ...new Set(
          [...element.querySelectorAll("*")].flatMap((child) =>
            child.getAttributeNames(),
          ),
        ),
      ].sort(),
    }));
    const known = ["A", "BR", "EM", "P", "STRONG"];
    expect(left.elements.filter((name) => !known.includes(name))).toEqual([]);
    expect(
      left.attributes.filter(
        (name) => !["class", "href", "rel", "target"].includes(name),
      ),
    ).toEqual([]);
    expect(await at.locator(".evil").count()).toBe(0);
  };
  await expectClean(text);
  await page.reload();
  await expectSaved(page);
  await show(page, 21, SECTION);
  await expectClean(english(page, 21));
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("while an input method composes, its keys are its own", async ({
  person: { page, context },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  const text = await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Services ");
  const device = await context.newCDPSession(page);
  await device.send("Input.imeSetComposition", {
    text: "fu wu",
    selectionStart: 5,
    selectionEnd: 5,
  });
  await expect(text).toHaveText("Services fu wu");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Alt+ArrowDown");
  await expectOpen(page, 21);
  await device.send("Input.insertText", { text: "服务业" });
  await expect(text).toHaveText("Services 服务业");
  await expect(row(page, 21).getByRole("img", { name: "Draft" })).toBeVisible();
  await expect(savingState(page)).toHaveText("Saved");
  await page.keyboard.press("Control+Enter");
  await expectOpen(page, 22);
  await expect(english(page, 21)).toHaveText("Services 服务业");
});
