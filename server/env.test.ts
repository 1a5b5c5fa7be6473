import { expect, test } from "vitest";
import { readEnv } from "./env";

test("everything has a value without any setting", () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    NEXTAUTH_URL: "http://localhost:3000",
    SIGN_UP: "open",
    DUIZHAO_DATA: ".data",
  });
});

test("an empty value counts as unset, and the address follows the port", () => {
  expect(
    readEnv({ DATABASE_URL: "", PORT: "8080", NEXTAUTH_URL: " " }),
  ).toMatchObject({
    NEXTAUTH_URL: "http://localhost:8080",
  });
  expect(readEnv({ DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
});

test.each([
  ["PORT", "http"],
  ["PORT", "0"],
  ["PORT", "70000"],
  ["HOST", "a b"],
  ["DATABASE_URL", "mysql://localhost/duizhao"],
  ["DATABASE_URL", "localhost"],
  ["NEXTAUTH_URL", "duizhao.example.org"],
  ["NEXTAUTH_URL", "https://example.org/duizhao"],
  ["NEXTAUTH_SECRET", "short"],
  ["SIGN_UP", "yes"],
  ["NODE_ENV", "staging"],
])(
  "%s=%s is refused in one sentence that names it and not the value",
  (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
    if (name === "NEXTAUTH_SECRET") expect(read).not.toThrow(value);
  },
);
