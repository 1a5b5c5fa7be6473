/**
 * Something that keeps Duizhao from starting and that its operator can put right;
 * the message is one sentence that says what to do.
 */
export class Problem extends Error {
  override readonly name = "Problem";
}
