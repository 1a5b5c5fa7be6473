import { readFileSync } from "node:fs";
import path from "node:path";
import {
  expect,
  expectAccessible,
  expectWorkbench,
  person,
  signUp,
  test,
} from "./fixtures";

// Alone and first: the instance has no account yet.
test("the first start's link makes the account that owns the instance and opens the sample", async ({
  page,
}) => {
  const folder = process.env.E2E_DATA ?? "";
  const token = readFileSync(path.join(folder, "setup-token"), "utf8").trim();

  await page.goto(`/sign-up?setup=${token}`);
  await expect(
    page.getByRole("heading", { name: "Make the first account" }),
  ).toBeVisible();
  await expectAccessible(page);
  await signUp(page, person("Founder"), `/sign-up?setup=${token}`);

  await expectWorkbench(page);
  await expect(
    page
      .getByText(
        "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
      )
      .first(),
  ).toBeVisible();
  await expect(page.getByText("of 89 paragraphs")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("You own this instance.")).toBeVisible();
});
