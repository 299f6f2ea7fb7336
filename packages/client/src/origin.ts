// Hosts that cannot be on the public internet: loopback, private IPv4 networks, names without a dot (containers), reserved suffixes.
const LOCAL =
  /^(\[::1\]|[^.:]+|(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+|.+\.(localhost|local|internal|test))$/;

/**
 * Reads the address of a server, such as `https://app.octopi.co`. A trailing slash is allowed.
 *
 * @throws TypeError when it has a path, a query, a fragment or credentials, or is plain http to a host that may be public.
 * The value is not shown: it may hold a password.
 */
export function readOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new TypeError("origin must be like https://example.com, without path, query or credentials.");
  }
  if (url.protocol === "http:" && !LOCAL.test(url.hostname)) {
    throw new TypeError(`origin ${url.origin} would show the token; write https://.`);
  }
  return url.origin;
}
