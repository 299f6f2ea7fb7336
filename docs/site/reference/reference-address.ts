/**
 * The address on the site of an API's reference page, or of an operation in it.
 *
 * @param api - The part of the page's address, such as `octopi`.
 */
export function referenceAddress(api: string, operationId?: string): string {
  return `/reference/${api}/${operationId === undefined ? "" : `#${operationId}`}`;
}

/** A link in Markdown to an operation in the reference of its API. */
export function operationLink(api: string, operationId: string): string {
  return `[\`${operationId}\`](${referenceAddress(api, operationId)})`;
}
