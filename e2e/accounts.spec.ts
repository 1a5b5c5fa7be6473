import type { Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./fixtures";

const WRONG =
  "This e-mail address and this password do not belong together. Check both and try again.";

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function fillSignUp(page: Page, email: string, password: string) {
  await page.getByLabel("Name", { exact: true }).fill("林译 Lin Yi");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create the account" }).click();
}

const newAddress = () => `lin.${crypto.randomUUID()}@example.org`;

test("someone makes an account, signs out, and comes back to where they wanted to go", async ({
  page,
}) => {
  const email = newAddress();
  await page.goto("/sign-up");
  await fillSignUp(page, email, PASSWORD);
  await page.waitForURL("/projects");
  await expect(page.getByText("No project yet")).toBeVisible();

  await page.getByRole("button", { name: "Account of 林译 Lin Yi" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in");
  await page.goto("/account");
  await page.waitForURL(/\/sign-in\?next=%2Faccount/);
  await page.getByLabel("E-mail address").fill(email.toUpperCase());
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/account");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(
    "林译 Lin Yi",
  );
});

test("a wrong password is told like an unknown address, and nothing more", async ({
  page,
  person,
}) => {
  await signIn(page, person.email, "五链融合 chains out of step");
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(person.email);
  await signIn(page, newAddress(), PASSWORD);
  await expect(page.getByText(WRONG)).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a password that is tried first, or too short, makes no account and loses nothing typed", async ({
  page,
}) => {
  const email = newAddress();
  await page.goto("/sign-up");
  await fillSignUp(page, email, "password123");
  await expect(
    page.getByText("This is one of the first passwords that someone would try"),
  ).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await page.getByLabel("Password", { exact: true }).fill("衢州有礼");
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(
    page.getByText("This is too short: at least 8 characters."),
  ).toBeVisible();
  await signIn(page, email, "password123");
  await expect(page.getByText(WRONG)).toBeVisible();
});

test("a new name is shown at once", async ({ person: { page } }) => {
  await page.goto("/account");
  await page.getByLabel("Name", { exact: true }).fill("王芳");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your name is changed.")).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Account of 王芳" }),
  ).toBeVisible();
});

test("a new password signs every other browser out, and only those", async ({
  person,
  signInAgain,
}) => {
  const other = await signInAgain(person);
  await other.page.goto("/projects");
  const { page } = person;
  await page.goto("/account");
  await page.getByLabel("Current password").fill("not this one at all");
  await page.getByLabel("New password").fill("三衢道中 by slow boat");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(
    page.getByText("This is not your current password."),
  ).toBeVisible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("三衢道中 by slow boat");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(
    page.getByText(
      "Your password is changed. All other browsers are signed out.",
    ),
  ).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL("/account");
  await other.page.goto("/projects");
  await expect(other.page).toHaveURL(/\/sign-in/);
  await signIn(other.page, person.email, PASSWORD);
  await expect(other.page.getByText(WRONG)).toBeVisible();
  await signIn(other.page, person.email, "三衢道中 by slow boat");
  await other.page.waitForURL("/projects");
});

test("language and theme hold at once, on every page, and after signing out", async ({
  person: { page },
}) => {
  const html = page.locator("html");
  const title = page.getByRole("heading", { level: 1 });
  await page.goto("/account");
  await page.getByLabel("Language").selectOption("简体中文");
  await expect(title).toHaveText("您的账户");
  await expect(html).toHaveAttribute("lang", "zh-CN");
  await page.getByLabel("主题").selectOption("深色");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.waitForURL("/sign-in");
  await expect(title).toHaveText("登录");
  await expect(html).toHaveAttribute("data-theme", "dark");

  await page.getByRole("button", { name: "English" }).click();
  await expect(title).toHaveText("Sign in");
  await expect(html).toHaveAttribute("lang", "en");
});
