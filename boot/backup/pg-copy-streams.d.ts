declare module "pg-copy-streams" {
  import type { Connection, Submittable } from "pg";
  import type { Readable, Writable } from "node:stream";

  type Copy = Submittable & {
    submit: (connection: Connection) => void;
    readonly rowCount: number;
  };
  /** The answer of COPY … TO STDOUT. */
  export function to(statement: string): Copy & Readable;
  /** The data of COPY … FROM STDIN. */
  export function from(statement: string): Copy & Writable;
}
