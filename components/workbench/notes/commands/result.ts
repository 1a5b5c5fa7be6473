/** What a server action answers, as far as the screen needs it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly message: string;
        readonly values: Readonly<Record<string, string | number>>;
        readonly fields: Readonly<Record<string, string>>;
      };
    };
