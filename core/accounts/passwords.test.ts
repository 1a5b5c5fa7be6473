import { expect, test } from "vitest";
import { findPasswordFault, normalizePassword } from "./passwords";

const OWNER = {
  name: "Zhang Wei",
  email: "zhangwei.88@quzhou-daily.example.org",
};
const COMMON = new Set([
  "password",
  "woaini",
  "qwertyuiop",
  "12345678",
  "20202020",
  "iloveyou",
  "123456",
]);

const fault = (password: string, owner = OWNER) =>
  findPasswordFault(password, owner, (text) => COMMON.has(text));

test.each(["seven77", "密码密码短", "ＡＢＣ１２"])(
  "shorter than eight characters is refused: %s",
  (password) => {
    expect(fault(password)).toBe("password_short");
  },
);

test("characters are counted, not UTF-16 units", () => {
  expect(fault("𠮷𠮾𡈽𡌛")).toBe("password_short");
});

test.each([
  "四省边际中心城市",
  "correct horse battery staple",
  "   spaces   count   ",
  "tr0ub4dor&3x",
  "🌊🎋🌾🦢🏯🌉🛶🍊",
  "a\u0000b\u0001cdefgzz",
])("any characters make a password: %s", (password) => {
  expect(fault(password)).toBeNull();
});

test("up to 256 characters are taken, more are refused", () => {
  const long = Array.from({ length: 256 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
  ).join("");
  expect(fault(long)).toBeNull();
  expect(fault(`${long}x`)).toBe("password_long");
});

test.each([
  "password",
  "PASSWORD",
  "Password2025!",
  "123password456",
  "woaini1314",
  "qwertyuiop",
  "ｐａｓｓｗｏｒｄ",
])("a common password is refused, also dressed up: %s", (password) => {
  expect(fault(password)).toBe("password_common");
});

test.each([
  "aaaaaaaa",
  "abababab",
  "abcdefgh",
  "87654321",
  "对照对照对照对照",
  "iloveyouiloveyou",
  "xyzxyzxyz",
])("runs and repetitions are refused: %s", (password) => {
  expect(fault(password)).toBe("password_common");
});

test("a common word inside a long password is no fault", () => {
  expect(fault("my password is a river in Quzhou")).toBeNull();
});

test.each([
  "zhangwei",
  "ZhangWei2025",
  "zhangwei.88",
  "wei-zhang-88",
  "duizhao123456",
  "quzhou-daily",
  "Duizhao!",
])(
  "a name, an address or the product with little else is refused: %s",
  (password) => {
    expect(fault(password)).toMatch(/^password_(personal|common)$/);
  },
);

test("a Chinese name is refused too, and is no fault in a sentence", () => {
  const owner = { name: "欧阳修文", email: "o@example.org" };
  expect(fault("欧阳修文2025", owner)).toBe("password_personal");
  expect(fault("欧阳修文爱喝衢州的龙顶茶", owner)).toBeNull();
});

test("an owner whose name is one letter can still choose a password with that letter", () => {
  expect(
    fault("mountains of the south", { name: "O", email: "o@x.cn" }),
  ).toBeNull();
});

test("the same keys give the same password on every device", () => {
  // Composed and decomposed é; full and half width.
  expect(normalizePassword("cafe\u0301")).toBe(normalizePassword("café"));
  expect(normalizePassword("ＡＢＣ")).toBe("ABC");
});
