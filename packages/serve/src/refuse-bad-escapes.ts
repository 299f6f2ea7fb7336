import { Refusal } from "./refusal.js";

/**
 * Checks the percent escapes of a URL or a part of one.
 *
 * @throws Refusal - 400 when one is malformed, is not UTF-8, or hides a NUL.
 */
export function refuseBadEscapes(text: string): void {
  if (text.includes("%") && decode(text).includes("\0")) throw new Refusal(400, "The URL holds a NUL (%00).");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, "The URL holds a percent escape that is not UTF-8. Encode values, e.g. a % as %25.");
  }
}
