/** What callers may hold of this process before anything of ours looks at what they want. */
export const DOOR_LIMITS = {
  /** Connections of one network address: an office of a hundred people behind one address, with eight each. */
  connectionsPerAddress: 1_024,
  /** Connections of all; each costs some 20 KB. */
  connections: 10_000,
  /** Requests under way for one address behind the proxy, which holds connections for everybody. */
  requestsPerAddress: 256,
  /** A request's address; Node ends the whole head at 16 KB. */
  addressBytes: 8 * 1024,
  /** Bodies above MAX_FORM_BYTES that one account sends at once. */
  largePerAccount: 2,
  /** Bodies above MAX_FORM_BYTES of everybody at once; Next holds each of them twice. */
  large: 4,
} as const;

/** When the door gives up waiting, in milliseconds. */
export const DOOR_TIMES = {
  /** For the head of a request. */
  head: 20_000,
  /** For a small body. */
  smallBody: 30_000,
  /** For the next byte of a large one. */
  silence: 30_000,
  /** For the whole of a large one: 85 MB in ten minutes is 1.1 Mbit/s. */
  largeBody: 10 * 60_000,
  /** From one look for slow requests to the next. */
  look: 5_000,
} as const;
