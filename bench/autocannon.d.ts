/** What the benchmarks use of autocannon, which brings no types. */
declare module "autocannon" {
  type Options = {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly connections: number;
    /** In seconds. */
    readonly duration: number;
  };
  type Result = {
    readonly requests: { readonly average: number };
    readonly latency: { readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
    readonly statusCodeStats: Readonly<
      Record<string, { readonly count: number } | undefined>
    >;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
