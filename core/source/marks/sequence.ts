import type { Marker } from "./marker";

/**
 * Settles the markers that may as well be the beginning of a sentence ("1.75左右", "第一条经验是", "3 人"):
 * they stay only where they continue a sequence. Every other marker stays as it is.
 */
export function settleMarkers(
  markers: readonly (Marker | null)[],
): readonly (Marker | null)[] {
  const decimals = settleDecimals(markers);
  const articles = settleSequence(markers, "article");
  const stems = settleSequence(markers, "stem");
  const hasDecimals = decimals.size > 0;
  let plain = 0;
  return markers.map((marker) => {
    if (marker === null || !marker.doubtful) {
      if (marker?.style === "number") plain = marker.ordinal;
      return marker;
    }
    if (marker.style === "decimal") return decimals.has(marker) ? marker : null;
    if (marker.style === "article") return articles.has(marker) ? marker : null;
    // "甲、乙双方" names parties: a stem needs the next one, or the one before.
    if (marker.style === "stem") return stems.has(marker) ? marker : null;
    if (
      marker.style === "number" &&
      hasDecimals &&
      marker.ordinal === plain + 1
    ) {
      plain = marker.ordinal;
      return marker;
    }
    return null;
  });
}

function key(path: readonly number[], ordinal: number): string {
  return [...path, ordinal].join(".");
}

function settleDecimals(
  markers: readonly (Marker | null)[],
): ReadonlySet<Marker> {
  const candidates = new Set<string>();
  for (const marker of markers) {
    if (marker?.style === "decimal")
      candidates.add(key(marker.path, marker.ordinal));
  }
  const seen = new Set<string>();
  const settled = new Set<Marker>();
  for (const marker of markers) {
    if (marker?.style === "number") seen.add(key([], marker.ordinal));
    if (marker?.style !== "decimal") continue;
    const { path, ordinal } = marker;
    const isFirst =
      ordinal === 1 &&
      (candidates.has(key(path, 2)) ||
        seen.has(key(path.slice(0, -1), path.at(-1) ?? 0)));
    if (!isFirst && !(ordinal > 1 && seen.has(key(path, ordinal - 1))))
      continue;
    seen.add(key(path, ordinal));
    settled.add(marker);
  }
  return settled;
}

function settleSequence(
  markers: readonly (Marker | null)[],
  style: "article" | "stem",
): ReadonlySet<Marker> {
  const ordinals = new Set(
    markers.flatMap((marker) =>
      marker?.style === style ? [marker.ordinal] : [],
    ),
  );
  const settled = new Set<Marker>();
  let last = 0;
  for (const marker of markers) {
    if (marker?.style !== style) continue;
    // Stems begin anew with each list.
    const isAnew = style === "stem" && marker.ordinal === 1;
    const continues =
      (marker.ordinal === last + 1 || isAnew) &&
      ((last > 0 && !isAnew) || ordinals.has(2));
    if (marker.doubtful && !continues) continue;
    settled.add(marker);
    last = marker.ordinal;
  }
  return settled;
}
