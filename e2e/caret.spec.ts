import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { editor, expectSaved, openEnglish, openWorkbench } from "./workbench";

// The browser moves the caret at once and says so a moment later; the editor must not forget the move in between.

const SECTION = /five-chain integration as the driving force/;

/** What a page can do that receives nothing until it is told to. */
type Holding = {
  holdBack(): void;
  /** True once a change of someone else's text waits. */
  hasChange(): boolean;
  letIn(): void;
};

/** Makes a page able to hold back what its server says. */
async function makeHolding(page: Page) {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    let isHolding = false;
    let hasChange = false;
    // A name with its length before it, then the kind: 0 is a change.
    const isChange = (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      const length = bytes[0] ?? 0;
      const name = new TextDecoder().decode(bytes.subarray(1, 1 + length));
      return name.startsWith("text:") && bytes[1 + length] === 0;
    };
    window.WebSocket = class extends WebSocket {
      override addEventListener(
        type: string,
        listener: (event: Event) => void,
      ) {
        super.addEventListener(type, (event) => {
          if (type !== "message" || !isHolding) return listener(event);
          waiting.push(() => listener(event));
          const { data } = event as MessageEvent<ArrayBuffer>;
          hasChange ||= isChange(data);
        });
      }
    };
    const holding: Holding = {
      holdBack() {
        isHolding = true;
      },
      hasChange: () => hasChange,
      letIn() {
        isHolding = false;
        for (const pass of waiting.splice(0)) pass();
      },
    };
    Object.assign(window, { holding });
  });
}

test("right after a paragraph was opened, Control+Home goes to its start", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Modern services will grow.");
  await page.keyboard.press("Alt+ArrowDown");
  // For the editor, all that follows happens in the moment in which it gets the focus.
  await page.clock.setFixedTime(new Date());
  const text = await openEnglish(page, 21);
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("现代服务业: ");
  await expect(text).toHaveText("现代服务业: Modern services will grow.");
});

test("a caret that was just moved stays there when the words of others come in, and keys work there", async ({
  join,
  person: { page },
  sample,
}) => {
  const { projectId, address } = sample;
  const other = await join("Wang Fang", { projectId, role: "translator" });
  await makeHolding(page);
  await openWorkbench(page, address);
  await openWorkbench(other.page, address);
  const text = await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Modern services will grow.");
  const otherText = await openEnglish(other.page, 21, SECTION);
  await expect(otherText).toContainText("Modern services will grow.");

  await page.evaluate(() => {
    (window as unknown as { holding: Holding }).holding.holdBack();
  });
  await other.page.keyboard.press("Control+End");
  await other.page.keyboard.type(" So will farming.");
  await page.waitForFunction(() =>
    (window as unknown as { holding: Holding }).holding.hasChange(),
  );
  await page.evaluate(() => {
    const { holding } = window as unknown as { holding: Holding };
    window.getSelection()?.modify("move", "backward", "documentboundary");
    holding.letIn();
  });
  await expect(text).toContainText("So will farming.");
  await page.keyboard.insertText("现代服务业: ");
  await expect(text).toContainText("现代服务业: Modern services");

  await text.evaluate((element) => {
    window.getSelection()?.modify("move", "backward", "documentboundary");
    element.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "Enter",
        code: "Enter",
        keyCode: 13,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await Promise.all([expectSaved(page), expectSaved(other.page)]);
  for (const window of [page, other.page]) {
    const paragraphs = editor(window).locator("p");
    await expect(paragraphs).toHaveCount(2);
    await expect(paragraphs.last()).toContainText("现代服务业: Modern");
  }
});
