/**
 * Reads a `Retry-After` header: seconds, or a date of HTTP.
 *
 * @param now - In milliseconds since 1970.
 * @returns Milliseconds from now, at least 0; undefined for what is neither.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
