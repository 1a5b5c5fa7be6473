import { expectAccessible } from "./accessibility";
import { expect, test } from "./fixtures";

test("an owner decides once for all editions: English, names, what holds them back, licence", async ({
  person: { page },
  sample,
}) => {
  const address = `/projects/${sample.projectId}`;
  await page.goto(address);
  const english = page.getByLabel("English", { exact: true });
  const licence = page.getByLabel("Licence", { exact: true });
  const licenceAddress = page.getByLabel("Its address");
  const blocking = page.getByRole("group", {
    name: "What keeps a document from being published",
  });
  const names = page.getByLabel("Editions have an index of the names in them");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await expect(english).toHaveValue("en-US");
  await english.selectOption("British");
  await names.uncheck();
  await blocking.getByLabel("Paragraphs without English").check();
  await blocking.getByLabel("Notes without words").uncheck();
  await licence.selectOption("Another one");
  await page.getByLabel("Name of the licence").fill("Free Art Licence 1.3");
  await licenceAddress.fill("javascript:alert(1)");
  await save.click();
  await expect(licenceAddress).toHaveAttribute("aria-invalid", "true");
  await licence.selectOption("CC0 1.0");
  await expect(licenceAddress).toBeHidden();
  await save.click();
  await expect(page.getByText("The style is stored.")).toBeVisible();

  await page.goto(address);
  await expect(english).toHaveValue("en-GB");
  await expect(names).not.toBeChecked();
  await expect(blocking.getByLabel("Paragraphs without English")).toBeChecked();
  await expect(blocking.getByLabel("Notes without words")).not.toBeChecked();
  await expect(licence).toHaveValue("CC0 1.0");
  await expectAccessible(page, "the style of editions");
});

test("who is no owner sees no style to decide", async ({ join, sample }) => {
  const { page } = await join("Zhou", {
    projectId: sample.projectId,
    role: "reviewer",
  });
  await page.goto(`/projects/${sample.projectId}`);
  await expect(page.getByRole("heading", { name: "Documents" })).toBeVisible();
  await expect(page.getByText("Style of editions")).toHaveCount(0);
});
