const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Tells whether a websocket was opened by a page of this instance: cookies travel with every websocket, whoever opens
 * it, so the Origin header is what keeps other sites out. On the own computer the port may be another than configured.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  home: string,
): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.origin === new URL(home).origin) return true;
  return (
    from.protocol === "http:" &&
    LOOPBACK.includes(from.hostname) &&
    from.host === host
  );
}
