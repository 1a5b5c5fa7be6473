/** Characters that an address may only have where it needs them, and nothing else has a use for. */
const LOOSE = /%(?![0-9A-Fa-f]{2})|[[\]^`{|}]/g;

/** An address as the strictest readers of books take it; null for one that none can be made of. */
export function linkAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  // Every other part of a host than its brackets is clean by now, and an address of numbers may keep those.
  const host = url.host;
  const end = host === "" ? 0 : url.href.indexOf(host) + host.length;
  const [rest = "", ...fragments] = url.href.slice(end).split("#");
  const tail = [rest, ...(fragments.length > 0 ? [fragments.join("%23")] : [])];
  return `${url.href.slice(0, end)}${tail.join("#").replace(LOOSE, encodeURIComponent)}`;
}
