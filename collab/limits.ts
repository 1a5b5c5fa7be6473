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
  /** Messages in a burst and per second after it; a fast typist sends 30 a second. */
  messageBurst: 1_000,
  messagesPerSecond: 150,
  /** Bytes in a burst and per second after it. */
  byteBurst: 12 * 1024 * 1024,
  bytesPerSecond: 1024 * 1024,
  /** Presences that one window may show in one text; a client takes a new id when it meets its own double. */
  presencesPerConnection: 4,
  /** What may wait for a visitor who does not read. */
  unreadBytes: 16 * 1024 * 1024,
} as const;

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
