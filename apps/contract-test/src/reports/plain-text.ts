/** What must not reach a terminal or a shell as it is: it steers it, turns a line around, or cannot be written in UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const EACH_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");

/** The text with control characters escaped: what a server sends must not steer a terminal or turn a line around. */
export function plainText(text: string): string {
  return replaceUnprintable(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The text as a part of a line: escaped, and cut after `most` characters, 1,000 by default. What would be a command to the CI
 * system that shows the line (`::error::`, `##[error]`, `##vso[…]`) is escaped too.
 */
export function plainLine(text: string, most = 1000): string {
  return plainText(cutText(text, most))
    .replace(/^\s*:(?=:)/, "\\u003a")
    .replace(CI_COMMAND, "#\\u0023");
}

/** `##` where a CI system reads a command. */
export const CI_COMMAND = /##(?=[a-z]*\[)/gi;

/** Whether a text has nothing that {@link plainText} would escape. */
export function isPlain(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** The text with something in place of each character that must not be printed. */
export function replaceUnprintable(text: string, replace: (character: string) => string): string {
  return text.replace(EACH_UNPRINTABLE, replace);
}

/** The text's beginning, with `…` in place of the rest; no character is cut in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 1);
  return `${text.slice(0, end >= 0xd800 && end <= 0xdbff ? most - 1 : most)}…`;
}

/** The text with U+FFFD in place of half a surrogate pair, which cannot be written in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
