/**
 * What keeps the run from starting, or from going on. The message is one sentence that says what to do;
 * it holds no credentials.
 */
export class CannotRun extends Error {
  override name = "CannotRun";
}
