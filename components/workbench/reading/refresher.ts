/** Fetches something again and again as it changes, one fetch at a time. */
export type Refresher = {
  /** Says that what was fetched may be out of date. */
  readonly ask: () => void;
  /** Fetches at once, whatever is under way. */
  readonly now: () => void;
  readonly stop: () => void;
};

/** Others may go on typing: changes are gathered for this long. */
const GATHER_MS = 900;

/** What takes long to make is asked for no more often than a quarter of the time, up to this wait. */
const SHARE = 4;
const MAX_WAIT_MS = 5000;

/**
 * Makes a refresher of a fetch. Whoever goes on changing things does not put it off: a fetch is due a moment after the
 * first change that it does not have.
 */
export function createRefresher(
  fetchIt: (signal: AbortSignal) => Promise<void>,
  now: () => number = () => performance.now(),
): Refresher {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: AbortController | null = null;
  let isDue = false;
  let took = 0;

  const run = async () => {
    const controller = new AbortController();
    const begun = now();
    running = controller;
    isDue = false;
    await fetchIt(controller.signal);
    if (running !== controller) return;
    running = null;
    took = now() - begun;
    if (isDue) wait();
  };
  const wait = () => {
    const pause = Math.min(MAX_WAIT_MS, Math.max(GATHER_MS, took * SHARE));
    timer = setTimeout(() => {
      timer = null;
      void run();
    }, pause);
  };
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running?.abort();
    running = null;
  };
  return {
    stop,
    now: () => {
      stop();
      void run();
    },
    ask: () => {
      if (running !== null) isDue = true;
      else if (timer === null) wait();
    },
  };
}
