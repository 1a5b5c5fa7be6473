const UNCLEAN = /[\0-\x08\x0b\x0e-\x1f\x7f]|[\ud800-\udfff]/u;

/**
 * Makes a text fit to be stored and shown: half characters and control characters become the replacement character,
 * which is seen and can be searched for; the few that stand for something visible in Word become that.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replaceAll("\x0b", "\n")
    .replaceAll("\x07", "\t")
    .replaceAll("\x1e", "-")
    .replaceAll("\x1f", "")
    .replace(/[\0-\x06\x08\x0e-\x1d\x7f]|[\ud800-\udfff]/gu, "\ufffd");
}
