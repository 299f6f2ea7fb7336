/**
 * Gives the token back.
 *
 * @param option - How the token is passed, for the message.
 * @throws TypeError when it is missing, or has a character that would end it or the header. The token is not shown.
 */
export function checkToken(token: unknown, option: string): string {
  if (typeof token !== "string" || token === "") throw new TypeError(`The token is missing; pass ${option}.`);
  if (!/^[!-~]+$/.test(token) || /["\\,;]/.test(token)) {
    throw new TypeError(
      "The token has a character that would end it, such as a space, a line break, a comma or a quote; pass it alone, as you were given it.",
    );
  }
  return token;
}
