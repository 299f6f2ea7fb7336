/** `Retry-After` in milliseconds; a date is compared with the server's own clock. Undefined where there is none that can be read. */
export function readRetryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  const ms = /^\d+$/.test(value) ? +value * 1000 : Date.parse(value) - now;
  return ms >= 0 ? ms : undefined;
}
