/** A list could not be read to its end in a way that is sure to have shown all of it. What came before is right; start again. */
export class ListError extends Error {
  override readonly name = "ListError";
}
