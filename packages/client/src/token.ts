/**
 * Gives the token back.
 *
 * @param how - How to pass it, for the message.
 * @throws TypeError when it is missing, or has a character that would end it or the header. The token is not shown.
 */
export function checkToken(token: unknown, how: string): string {
  if (typeof token !== "string" || token === "") throw new TypeError(`The token is missing; ${how}.`);
  // Printable ASCII without " , ; and backslash, which would end it or the header.
  if (/^[!#-+\--:<-[\]-~]+$/.test(token)) return token;
  throw new TypeError("The token has a character that would end it; pass it alone.");
}
