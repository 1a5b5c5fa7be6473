import { expectAccessible, expectNoSidewaysScrolling } from "./accessibility";
import {
  expect,
  home,
  PASSWORD,
  test,
  type Person,
  type SampleProject,
} from "./fixtures";
import { cookiesOf, knock } from "./live-door";
import { holdBackCalls, replay, type Call } from "./replay";
import { prisma } from "@/server/db/client";

/** A call of the action that changes a name, to be replayed with a stolen cookie. */
async function holdBackAction({ page }: Person): Promise<Call> {
  await page.goto("/account");
  const calls = await holdBackCalls(page);
  await page.getByLabel("Name", { exact: true }).fill("Somebody else");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => calls.length).toBe(1);
  await page.unrouteAll();
  const [call] = calls;
  if (call === undefined) throw new Error("The page called no action.");
  return call;
}

type Thief = Awaited<ReturnType<typeof steal>>;

/** A copy of someone's cookies in another place, and a call of an action. */
async function steal(who: Person, { projectId }: SampleProject) {
  const cookie = await cookiesOf(who);
  const call = await holdBackAction(who);
  return { cookie, call, projectId };
}

/** What each kind of door answers to the copy. */
async function tryDoors({ cookie, call, projectId }: Thief) {
  const headers = { cookie };
  const get = async (path: string) => {
    const answer = await fetch(home() + path, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status;
  };
  const posted = await fetch(call.url, {
    method: "POST",
    headers: {
      cookie,
      origin: home(),
      accept: "text/x-component",
      "next-action": call.headers["next-action"] ?? "",
      "content-type": call.headers["content-type"] ?? "",
    },
    body: new Uint8Array(call.body ?? Buffer.alloc(0)),
    redirect: "manual",
  });
  return {
    page: await get("/projects"),
    route: await get(`/projects/${projectId}/bundle`),
    action: /"ok":true|"code":"\w+"/.exec(await posted.text())?.[0],
    live: await knock({ cookie, origin: home() }),
  };
}

const OPEN = { page: 200, route: 200, action: '"ok":true', live: 101 };
const SHUT = {
  page: 307,
  route: 401,
  action: '"code":"unauthenticated"',
  live: 401,
};

test("after signing out, a copy of the cookie opens no door", async ({
  person,
  sample,
}) => {
  const thief = await steal(person, sample);
  expect(await tryDoors(thief)).toEqual(OPEN);
  const { page } = person;
  await page.goto("/account");
  await page
    .getByRole("listitem")
    .filter({ hasText: "This browser" })
    .getByRole("button", { name: "Sign out" })
    .click();
  await page.waitForURL("/sign-in");
  expect(await tryDoors(thief)).toEqual(SHUT);
});

test("after signing out through next-auth's endpoint, too", async ({
  person,
  sample,
}) => {
  const thief = await steal(person, sample);
  const { request } = person.page;
  const { csrfToken } = (await (
    await request.get("/api/auth/csrf")
  ).json()) as { csrfToken: string };
  const refused = await request.post("/api/auth/signout", {
    form: { csrfToken: "guessed" },
  });
  expect(refused.status()).toBe(403);
  expect(await tryDoors(thief)).toEqual(OPEN);
  await request.post("/api/auth/signout", { form: { csrfToken } });
  expect(await tryDoors(thief)).toEqual(SHUT);
});

test("the account page lists where one is signed in, and signs out one browser", async ({
  person,
  sample,
  signInAgain,
}) => {
  const other = await signInAgain(person);
  const third = await signInAgain(person);
  const [thief, kept] = [
    await steal(other, sample),
    await steal(third, sample),
  ];
  const { page } = person;
  await page.goto("/account");
  const list = page.getByRole("list", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(list.getByText("This browser")).toHaveCount(1);
  await expect(
    list.getByRole("listitem").first().getByText("Firefox on Windows"),
  ).toBeVisible();
  await expectAccessible(page, "sessions");
  const buttons = list.getByRole("button", { name: /^Sign out of Firefox/ });
  await expect(buttons).toHaveCount(2);
  // The last used is listed first: the third browser, then the second.
  await buttons.last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("That browser is signed out.")).toBeVisible();
  await expect(list).toBeFocused();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  const open = [await tryDoors(thief), await tryDoors(kept)];
  expect(open).toContainEqual(SHUT);
  expect(open).toContainEqual(OPEN);
  await expect(page).toHaveURL("/account");
});

test("everywhere else, and everywhere", async ({
  person,
  sample,
  signInAgain,
}) => {
  const other = await signInAgain(person);
  const [here, there] = [
    await steal(person, sample),
    await steal(other, sample),
  ];
  const { page } = person;
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(
    page.getByText("All other browsers are signed out."),
  ).toBeVisible();
  expect(await tryDoors(there)).toEqual(SHUT);
  expect(await tryDoors(here)).toEqual(OPEN);
  await expect(
    page.getByRole("button", { name: "Sign out everywhere else" }),
  ).toHaveCount(0);
  await page
    .getByRole("button", { name: "Sign out everywhere", exact: true })
    .click();
  await page.waitForURL("/sign-in");
  expect(await tryDoors(here)).toEqual(SHUT);
});

test("a new password ends every copy, this browser's too, which stays signed in", async ({
  person,
  sample,
}) => {
  const thief = await steal(person, sample);
  const { page } = person;
  await page.goto("/account");
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("三衢道中 by slow boat");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  expect(await tryDoors(thief)).toEqual(SHUT);
  expect(await tryDoors({ ...thief, cookie: await cookiesOf(person) })).toEqual(
    OPEN,
  );
});

test("an account that is removed is out at every door", async ({
  person,
  sample,
}) => {
  const thief = await steal(person, sample);
  await prisma.account.delete({ where: { id: person.id } });
  expect(await tryDoors(thief)).toEqual(SHUT);
  expect(await replay(person.page.request, thief.call)).toContain(
    "unauthenticated",
  );
});

for (const scheme of ["light", "dark"] as const)
  for (const [width, locale] of [
    [1440, "en"],
    [390, "en"],
    [390, "zh-CN"],
  ] as const)
    test(`the list of sessions fits, ${scheme}, ${width}, ${locale}`, async ({
      person,
      signInAgain,
    }, info) => {
      await signInAgain(person);
      const { page } = person;
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/account");
      if (locale === "zh-CN") {
        await page.getByLabel("Language").selectOption("简体中文");
        await expect(page.getByText("已登录的设备")).toBeVisible();
      }
      await expectNoSidewaysScrolling(page, "account");
      await expectAccessible(page, "account");
      await page.screenshot({
        path: info.outputPath("account.png"),
        fullPage: true,
      });
    });
