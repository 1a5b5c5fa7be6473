const PREFIX = "duizhao.reader.";

/** What was remembered under a name; null where nothing was, or where nothing may be kept. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Remembers a value on this device; null forgets. Where nothing may be kept, nothing happens. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // A private window or a full disk: reading goes on.
  }
}
