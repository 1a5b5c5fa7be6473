const UNCLEAN = /[^\P{Cc}\t\n\r\f]|\p{Cs}/u;
const ALL_UNCLEAN = new RegExp(UNCLEAN, "gu");
/** Control characters that stand for something visible in Word and in old texts. */
const VISIBLE: Readonly<Record<string, string>> = {
  "\v": "\n",
  "\x07": "\t",
  "\x1e": "-",
  "\x1f": "",
  "\x85": "\n",
};

/**
 * Makes a text fit to be stored and shown: half characters and control characters become the replacement character,
 * which is seen and can be searched for; the few that stand for something visible become that.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text.replace(ALL_UNCLEAN, (char) => VISIBLE[char] ?? "\ufffd");
}
