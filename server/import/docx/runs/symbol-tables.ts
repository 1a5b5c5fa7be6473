/** Codes and characters, in pairs: "52 ☑ A3 □". */
function pairs(text: string): ReadonlyMap<number, string> {
  const parts = text.trim().split(/\s+/u);
  const map = new Map<number, string>();
  for (let at = 0; at + 1 < parts.length; at += 2)
    map.set(Number.parseInt(parts[at] ?? "", 16), parts[at + 1] ?? "");
  return map;
}

/**
 * Characters that are read otherwise than the library has them: where it names a rare character, the common one that
 * looks the same and that text fonts have; and fonts that it does not know.
 */
export const PREFERRED: Readonly<
  Record<string, ReadonlyMap<number, string> | undefined>
> = {
  Symbol: pairs("BD | BE — E1 〈 F1 〉"),
  Wingdings: pairs(`
    28 ☎ 29 ✆ 2A ✉ 3F ✍ 6C ● 6D ○ 6E ■ 6F □ 70 □ 73 ◆ 74 ◆ 75 ◆ 77 ◆ 78 ☒ 80 ⓪ 81 ① 82 ② 83 ③ 84 ④ 85 ⑤ 86 ⑥ 87 ⑦
    88 ⑧ 89 ⑨ 8A ⑩ 8B ⓿ 8C ❶ 8D ❷ 8E ❸ 8F ❹ 90 ❺ 91 ❻ 92 ❼ 93 ❽ 94 ❾ 95 ❿ 9E · 9F • A1 ○ A2 ○ A3 ○ A4 ◎ A5 ◎
    A6 ○ A7 ▪ A8 □ D8 ➢ DB ← DC → DD ↑ DE ↓ DF ← E0 → E1 ↑ E2 ↓ E3 ↖ E4 ↗ E5 ↙ E6 ↘ E7 ← E8 → E9 ↑ EA ↓ EB ↖ EC ↗
    ED ↙ EE ↘ F3 ⇔ F4 ⇕ FB ✗ FC ✓ FD ☒ FE ☑`),
  "Wingdings 2": pairs(`
    4F ✗ 50 ✓ 51 ☒ 52 ☑ 53 ☒ 54 ☒ 96 · 97 • 9A ○ 9B ◎ 9E ◎ A0 ▪ A1 ■ A4 □ A5 □ A6 □ A7 □ A9 ▣ AA ▣ AD ◆ AE ◆ B6 ◆`),
  "Wingdings 3": pairs(`
    21 ← 22 → 23 ↑ 24 ↓ 25 ↖ 26 ↗ 27 ↙ 28 ↘ 31 ↔ 32 ↕ 66 ← 67 → 68 ↑ 69 ↓ 7C ◄ 7D ► 7E ▲ 80 ▼ 81 ▲ 82 ▼ 83 ◄ 84 ►
    89 ← 8A → 8B ↑ 8C ↓`),
  Webdings: pairs("33 ◄ 34 ► 35 ▲ 36 ▼ 61 ✓ 63 □ 67 ■ 6E ● 72 ✗ 59 ♥"),
  "MT Extra": pairs("4B … 4C ⋯ 4D ⋮ 4F ⋱ 68 ℏ 6C ℓ"),
  "Zapf Dingbats": pairs(
    "25 ☎ 2A ☛ 2B ☞ 48 ★ 6C ● 6E ■ 73 ▲ 74 ▼ 75 ◆ 77 ◗ A8 ♣ A9 ♦ AA ♥ AB ♠ D5 → D6 ↔ D7 ↕",
  ),
};

/** Reads a character of Zapf Dingbats, whose order Unicode has kept but for what it had already. */
export function readZapf(code: number): string | null {
  if (code >= 0xac && code <= 0xb5)
    return String.fromCharCode(0x2460 + code - 0xac);
  if (code > 0x20 && code < 0x7f)
    return String.fromCharCode(0x2700 + code - 0x20);
  return code >= 0xa1 && code <= 0xfe && code !== 0xf0
    ? String.fromCharCode(0x2761 + code - 0xa1)
    : null;
}
