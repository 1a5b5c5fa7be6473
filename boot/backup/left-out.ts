/**
 * Tables whose rows are not in a backup, each with its reason. Every other table of the product is, a new one too:
 * whoever adds a table that must not be carried names it here.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  Attempt: "Limits on attempts count anew; the keys are hashed addresses.",
  Session: "A copy of the file must not be a way into open sessions.",
};
