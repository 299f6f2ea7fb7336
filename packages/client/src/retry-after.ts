/** `Retry-After` in milliseconds. Undefined where there is none that can be read, and for a date that is over. */
export function readRetryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const ms = /^\d+$/.test(value) ? +value * 1000 : Date.parse(value) - Date.now();
  return ms >= 0 ? ms : undefined;
}
