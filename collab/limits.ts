/** What one visitor may ask of the live server; beyond it the socket is closed, and honest clients come back by themselves. */
export const LIMITS = {
  /** One websocket message; a whole text after a day offline fits. */
  messageBytes: 2 * 1024 * 1024,
  /** The Yjs state and log of one text: some hundred pages of prose. */
  textBytes: 1024 * 1024,
  /** Open windows of one account. */
  socketsPerAccount: 24,
  /** Texts that one window holds open at once. */
  documentsPerSocket: 200,
  /** Messages of a window in a burst and per second after it; a fast typist sends 30 a second. */
  messageBurst: 1_000,
  messagesPerSecond: 150,
  /** Bytes of a window in a burst and per second after it. */
  byteBurst: 12 * 1024 * 1024,
  bytesPerSecond: 1024 * 1024,
  /** Presences that one window may show in one text; a client takes a new id when it meets its own double. */
  presencesPerConnection: 4,
  /** Client ids of one text that were only shown, not written under; the oldest are forgotten. A text seldom has ten. */
  silentWriters: 1_000,
  /** What may wait for a window that does not read; four of the largest texts. */
  unreadBytes: 4 * 1024 * 1024,
  /** What may wait for all windows of an account together. */
  unreadBytesPerAccount: 16 * 1024 * 1024,
  /** Client ids whose words one change may bring; a device that was offline for a week has fewer. */
  writersPerChange: 256,
} as const;

/** What goes into an allowance at once, and per second after it. */
export type Share = { readonly burst: number; readonly perSecond: number };

/** What an account may have, all its windows together. */
export const ACCOUNT_SHARES = {
  /** Bytes of texts that are looked through to answer what a window lacks; a window asks for some 20 texts of 10 KB. */
  answers: { burst: 32 * 1024 * 1024, perSecond: 2 * 1024 * 1024 },
  /** Steps of applying changes, of some 10 ns: a key takes some hundred. */
  work: { burst: 50_000_000, perSecond: 10_000_000 },
} as const satisfies Record<string, Share>;

/** How often a window may ask for the state of one text: when it opens, after a cut, once a minute, and after a refusal. */
export const STATE_REQUESTS: Share = { burst: 40, perSecond: 3 };

/** What a small answer counts for. */
export const SMALLEST_ANSWER = 1_024;
/** What one presence counts for in an answer. */
export const PRESENCE_BYTES = 512;

/** When things happen, in milliseconds. */
export const TIMES = {
  /** From the first change of a batch until it is appended to the log. */
  batch: 80,
  /** Retries while the database is away: the first, and the longest. */
  firstRetry: 250,
  lastRetry: 5_000,
  /** After this a waiting client is told that saving is not possible now. */
  patience: 8_000,
  /** How long closing waits for the last texts: the whole end of the process takes less than 10 s, the database's stop included. */
  farewell: 3_000,
  /** From one look for sockets that do not read and texts nobody holds to the next. */
  sweep: 30_000,
  /** Edits of one account in one text within this time are one entry of the activity log. */
  activity: 10 * 60_000,
} as const;

/** The log of a text is folded into its state when it grows beyond this. */
export const FOLD_AFTER_UPDATES = 50;
