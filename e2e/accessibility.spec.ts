import { readFileSync } from "node:fs";
import { expectAccessible, expectNoSidewaysScrolling } from "./accessibility";
import { expect, test } from "./fixtures";

type Words = Readonly<Record<string, string>>;

const words = (locale: string, noun: string) =>
  JSON.parse(readFileSync(`messages/${locale}/${noun}.json`, "utf8")) as Words;

type NoteWords = {
  readonly reading: {
    readonly open: string;
    readonly title: string;
    readonly layouts: { readonly parallel: string };
  };
};

const noteWords = (locale: string) =>
  JSON.parse(
    readFileSync(`messages/${locale}/notes.json`, "utf8"),
  ) as NoteWords;

const LOOKS = [
  { locale: "en", theme: "light", width: 1440 },
  { locale: "zh-CN", theme: "dark", width: 1440 },
  { locale: "zh-CN", theme: "light", width: 390 },
  { locale: "en", theme: "dark", width: 390 },
] as const;

for (const { locale, theme, width } of LOOKS) {
  test.describe(`in ${locale}, ${theme}, ${width} px wide`, () => {
    test.use({
      locale,
      colorScheme: theme,
      viewport: { width, height: 860 },
      contextOptions: { reducedMotion: "reduce" },
    });

    test("nobody is kept out of any page, and no page scrolls sideways", async ({
      page: visitor,
      person: { page },
      sample,
    }) => {
      const project = `/projects/${sample.projectId}`;
      for (const path of ["/sign-in", "/sign-up", "/projects/nowhere"]) {
        await visitor.goto(path);
        await expect(visitor.locator("html")).toHaveAttribute("lang", locale);
        await expectAccessible(visitor, path);
        await expectNoSidewaysScrolling(visitor, path);
      }
      for (const path of [
        "/projects",
        project,
        `${project}/members`,
        `${project}/import`,
        `${project}/glossary`,
        `${sample.address}/notes`,
        `${sample.address}/publish`,
        "/account",
        "/help",
        "/projects/nowhere",
      ]) {
        await page.goto(path);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expectAccessible(page, path);
        await expectNoSidewaysScrolling(page, path);
      }
    });

    test("nobody is kept out of the workbench and what opens over it", async ({
      person: { page },
      sample,
    }) => {
      const workbench = words(locale, "workbench");
      const name = (key: string, values: Record<string, string> = {}) =>
        Object.entries(values).reduce(
          (text, [key, value]) => text.replace(`{${key}}`, value),
          workbench[key] ?? key,
        );
      await page.goto(sample.address);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const row = page
        .getByRole("listitem", {
          name: name("paragraph", { number: "4" }),
          exact: true,
        })
        .first();
      await row
        .getByRole("textbox", { name: name("english_of", { number: "4" }) })
        .click();
      await expect(page.locator(".ProseMirror")).toBeFocused();
      await expectAccessible(page, "a paragraph being written");
      await expectNoSidewaysScrolling(page, "a paragraph being written");

      await page
        .getByRole("button", { name: name("find"), exact: true })
        .click();
      await page.getByLabel(name("find_in_both")).fill("衢州");
      await expectAccessible(page, "find");
      await page.keyboard.press("Escape");

      if (width < 720) {
        for (const panel of ["outline", "margin"]) {
          await page
            .getByRole("button", { name: name(panel), exact: true })
            .click();
          await expect(
            page.getByRole("dialog", { name: name(panel) }),
          ).toBeVisible();
          await expectAccessible(page, panel);
          await page.keyboard.press("Escape");
        }
      }

      const { reading } = noteWords(locale);
      await page
        .getByRole("banner")
        .getByRole("button", { name: reading.open })
        .click();
      const text = page.getByRole("region", { name: reading.title });
      await expect(text.locator("[data-note]").first()).toBeVisible();
      await expectAccessible(page, "the readers' view");
      await expectNoSidewaysScrolling(page, "the readers' view");
      await text.getByText(reading.layouts.parallel).click();
      await expectAccessible(page, "both texts in the readers' view");
      await expectNoSidewaysScrolling(page, "both texts side by side");

      await page
        .getByRole("banner")
        .getByRole("button", { name: name("export") })
        .click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText("58")).toBeVisible();
      await expectAccessible(page, "the export dialog");
      await expectNoSidewaysScrolling(page, "the export dialog");
    });
  });
}
