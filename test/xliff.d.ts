declare module "xliff" {
  /** The units of each file by their ids; a text with codes in it is a list of words and codes. */
  type Read = {
    readonly resources: Readonly<
      Record<
        string,
        Readonly<
          Record<
            string,
            { readonly source: unknown; readonly target?: unknown }
          >
        >
      >
    >;
  };
  export function xliff2js(xml: string): Promise<Read>;
  export function xliff12ToJs(xml: string): Promise<Read>;
}
