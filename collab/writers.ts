import { LIMITS } from "./limits";

/** Who writes under a Yjs client id; null for the server itself. */
export type Writer = {
  readonly client: number;
  readonly accountId: string | null;
};

/** Who writes under which Yjs client ids of one text. Two accounts under one id would lose each other's words. */
export type Writers = {
  /** Tells whether an account may write under an id: its own, or one that is nobody's. */
  mayWrite(client: number, accountId: string): boolean;
  /** Notes that an account shows itself under an id; false when the id is another's. */
  show(client: number, accountId: string | null): boolean;
  /** Notes that an account wrote under an id. */
  write(client: number, accountId: string | null): void;
  /** Ids with words that are not stored as somebody's yet. */
  unstored(): readonly Writer[];
  markStored(writers: readonly Writer[]): void;
};

type Claim = {
  readonly accountId: string | null;
  /** Shown as one's own, not only written under: changes of others can be passed on before their writer is back. */
  readonly isShown: boolean;
  readonly hasWritten: boolean;
  readonly isStored: boolean;
};

/** Begins with those who are stored as writers of the text. */
export function createWriters(stored: readonly Writer[]): Writers {
  const claims = new Map<number, Claim>(
    stored.map(({ client, accountId }) => [
      client,
      { accountId, isShown: true, hasWritten: true, isStored: true },
    ]),
  );
  let silent = 0;

  /** Forgets the oldest id that was only shown: a window may take new ones as often as it likes. */
  const forget = () => {
    for (const [client, { hasWritten }] of claims) {
      if (hasWritten) continue;
      claims.delete(client);
      silent -= 1;
      return;
    }
  };

  return {
    mayWrite(client, accountId) {
      const claim = claims.get(client);
      return claim === undefined || claim.accountId === accountId;
    },
    show(client, accountId) {
      const claim = claims.get(client);
      if (claim?.isShown === true) return claim.accountId === accountId;
      const hasWritten = claim?.hasWritten ?? false;
      claims.set(client, {
        accountId,
        isShown: true,
        hasWritten,
        isStored: false,
      });
      if (!hasWritten) silent += 1;
      if (silent > LIMITS.silentWriters) forget();
      return true;
    },
    write(client, accountId) {
      const claim = claims.get(client);
      if (claim?.hasWritten === true) return;
      if (claim !== undefined) silent -= 1;
      const isShown = claim?.isShown ?? false;
      claims.set(client, {
        accountId: claim === undefined ? accountId : claim.accountId,
        isShown,
        hasWritten: true,
        isStored: false,
      });
    },
    unstored: () =>
      [...claims].flatMap(([client, claim]) =>
        claim.isShown && claim.hasWritten && !claim.isStored
          ? [{ client, accountId: claim.accountId }]
          : [],
      ),
    markStored(writers) {
      for (const { client, accountId } of writers) {
        const claim = claims.get(client);
        if (claim?.accountId === accountId)
          claims.set(client, { ...claim, isStored: true });
      }
    },
  };
}
