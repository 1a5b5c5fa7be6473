import { expect, test } from "vitest";
import { nextPath } from "./next-path";

test.each([
  ["/projects/1", "/projects/1"],
  [
    "/projects/1/documents/2?paragraph=3#row-3",
    "/projects/1/documents/2?paragraph=3#row-3",
  ],
  ["/invitations/abc", "/invitations/abc"],
  ["/projects/../account", "/account"],
  ["/衢州", "/%E8%A1%A2%E5%B7%9E"],
])("a path of this site is kept: %s", (value, path) => {
  expect(nextPath(value)).toBe(path);
});

test.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  " /projects",
  "projects",
  "",
  "/sign-in?next=/sign-in",
  "/sign-up",
  "/api/auth/signout",
  `/${"a".repeat(3_000)}`,
  null,
  undefined,
  ["/projects"],
  7,
])("everything else falls back: %j", (value) => {
  expect(nextPath(value)).toBe("/projects");
});
