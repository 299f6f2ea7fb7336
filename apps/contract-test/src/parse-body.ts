/** A body as JSON; undefined where there is none, or where it is no JSON: the contract says so elsewhere. */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
