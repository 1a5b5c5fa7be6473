import type { Licence } from "./publication";

/** Licences that are offered by name; any other one can be typed in. */
export const KNOWN_LICENCES = [
  {
    name: "CC BY 4.0",
    address: "https://creativecommons.org/licenses/by/4.0/",
  },
  {
    name: "CC BY-NC 4.0",
    address: "https://creativecommons.org/licenses/by-nc/4.0/",
  },
  {
    name: "CC0 1.0",
    address: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
  { name: "All rights reserved", address: "" },
] as const satisfies readonly Licence[];
