/**
 * Changes that the server has not acknowledged yet, kept in the browser: one database per account, so that another
 * account on the same browser neither sees nor sends them. What is in it is the index of what is still to be sent.
 */
export type KeptChanges = {
  /** Keeps a change; resolves with its key once it is on the disk. */
  keep(textId: string, update: Uint8Array): Promise<number>;
  /** Puts one change in place of several. */
  replace(
    textId: string,
    keys: readonly number[],
    update: Uint8Array,
  ): Promise<number>;
  /** The texts with kept changes. */
  list(): Promise<ReadonlySet<string>>;
  read(textId: string): Promise<readonly KeptChange[]>;
  forget(keys: readonly number[]): Promise<void>;
  close(): void;
};

export type KeptChange = { readonly key: number; readonly update: Uint8Array };

type Stored = { readonly textId: string; readonly update: Uint8Array };

const STORE = "changes";
const BY_TEXT = "textId";

/** Opens what is kept for an account on this device. */
export function openKeptChanges(accountId: string): KeptChanges {
  let opened: IDBDatabase | null = null;
  const opening = openDatabase(`duizhao-${accountId}`);
  opening.then(
    (database) => {
      opened = database;
      // Another window wants a newer form of the database: do not stand in its way.
      database.onversionchange = () => database.close();
    },
    () => undefined,
  );
  // A change is written in the turn in which it is made, so that closing the window right after does not lose it.
  const withStore = <T>(
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> =>
    opened === null
      ? opening.then((database) => inTransaction(database, mode, run))
      : inTransaction(opened, mode, run);

  return {
    keep: (textId, update) =>
      withStore("readwrite", (store) =>
        store.add({ textId, update } satisfies Stored),
      ) as Promise<number>,
    replace: (textId, keys, update) =>
      withStore("readwrite", (store) => {
        for (const key of keys) store.delete(key);
        return store.add({ textId, update } satisfies Stored);
      }) as Promise<number>,
    async list() {
      const found = new Set<string>();
      const database = await opening;
      await eachTextId(database, (textId) => found.add(textId));
      return found;
    },
    async read(textId) {
      const database = await opening;
      const found: KeptChange[] = [];
      await eachOf(database, textId, (key, { update }) =>
        found.push({ key, update }),
      );
      return found;
    },
    async forget(keys) {
      if (keys.length === 0) return;
      await withStore("readwrite", (store) => {
        for (const key of keys.slice(1)) store.delete(key);
        return store.delete(keys[0] ?? 0);
      });
    },
    close() {
      opening.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Without storage (some private windows) this throws.
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () =>
      request.result
        .createObjectStore(STORE, { autoIncrement: true })
        .createIndex(BY_TEXT, BY_TEXT);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(failureOf(request.error));
    request.onblocked = () => reject(failureOf(null));
  });
}

/** Resolves when the transaction is complete, not already when the request is answered. */
function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = run(transaction.objectStore(STORE));
    // By itself it would wait for another turn of a window that may be closing now.
    transaction.commit();
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(failureOf(transaction.error));
    transaction.onerror = () => reject(failureOf(transaction.error));
  });
}

function eachTextId(
  database: IDBDatabase,
  visit: (textId: string) => void,
): Promise<void> {
  const index = database.transaction(STORE).objectStore(STORE).index(BY_TEXT);
  return eachCursor(index.openKeyCursor(null, "nextunique"), (cursor) =>
    visit(cursor.key as string),
  );
}

function eachOf(
  database: IDBDatabase,
  textId: string,
  visit: (key: number, stored: Stored) => void,
): Promise<void> {
  const index = database.transaction(STORE).objectStore(STORE).index(BY_TEXT);
  return eachCursor(index.openCursor(textId), (cursor) =>
    visit(cursor.primaryKey as number, cursor.value as Stored),
  );
}

function eachCursor<C extends IDBCursor>(
  request: IDBRequest<C | null>,
  visit: (cursor: C) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return resolve();
      visit(cursor);
      cursor.continue();
    };
    request.onerror = () => reject(failureOf(request.error));
  });
}

function failureOf(error: DOMException | null): Error {
  return error ?? new Error("The browser keeps nothing on this device.");
}
