import { spellingsOf } from "../mask.js";
import type { RecordedExchange, RecordedMessage } from "./recorded-exchange.js";

/** What stands in place of a secret. */
export const SECRET = "[secret]";

/** Headers whose value says who somebody is, whatever the value. */
export function isCredential(name: string): boolean {
  return CREDENTIALS.test(name);
}

const CREDENTIALS =
  /^((proxy-)?authorization|(set-)?cookie2?|(x-)?(api|auth|access|session)-?(key|token)|.*-(api-?key|token|secret|password))$/i;

/**
 * Texts of an exchange that are secret though nobody named them: what its credential headers carry. An answer may repeat them.
 * Short ones are left out, for they are also ordinary words: keys of less than 8 characters, cookies of less than 16.
 */
export function secretsIn({ request, answer }: RecordedExchange): string[] {
  return [...new Set([...secretsOf(request), ...(answer === undefined ? [] : secretsOf(answer))])];
}

function secretsOf({ headers }: RecordedMessage): string[] {
  return headers
    .filter(({ name }) => isCredential(name))
    .flatMap(({ name, value }) => {
      const shortest = /cookie/i.test(name) ? 16 : 8;
      return partsOf(/^set-/i.test(name) ? value.split(";", 1).join() : value).filter(
        (text) => text.length >= shortest,
      );
    });
}

/** The value without its scheme, what stands behind each `=` in it, and the password of HTTP Basic. */
function partsOf(value: string): string[] {
  const bare = value.replace(/^\s*[a-z]+\s+(?=\S)/i, "").trim();
  if (/^\s*basic\s/i.test(value)) {
    const user = Buffer.from(bare, "base64").toString("utf8");
    return [bare, user.slice(user.indexOf(":") + 1)];
  }
  return [bare, ...bare.split(/[;,\s]+/).map((part) => part.slice(part.indexOf("=") + 1).replaceAll('"', ""))];
}

/** Masks texts, each also as a URL and as JSON spell it, and the values of members that are named like passwords. */
export function openMask(secrets: readonly string[]): (text: string) => string {
  const spellings = [...new Set(secrets.flatMap(spellingsOf))].filter((text) => text !== "");
  // The longest first: one secret may be the beginning of another.
  const patterns = spellings.sort((left, right) => right.length - left.length).map(patternOf);
  return (text) => maskMembers(patterns.reduce((masked, pattern) => masked.replaceAll(pattern, SECRET), text));
}

/** As `mask` has it: a short secret is masked as a word. Unlike `mask` this takes time in proportion to the text, which is 8 MiB long. */
function patternOf(secret: string): RegExp {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return secret.length >= 6 ? new RegExp(literal, "g") : new RegExp(`(?<!\\w)${literal}(?!\\w)`, "g");
}

const NAMES = "access_token|refresh_token|id_token|client_secret|password|passwd|api_?key";
const IN_JSON = new RegExp(`"(?:${NAMES})"\\s{0,20}:\\s{0,20}"`, "gi");
const IN_FORM = new RegExp(`((?:^|[?&])(?:${NAMES}|token)=)[^&#\\s"]+`, "gi");

/** Whoever logs in sends a password and gets a token; both are in a recording's bodies and queries. */
function maskMembers(text: string): string {
  let masked = "";
  let from = 0;
  for (const { 0: name, index } of text.matchAll(IN_JSON)) {
    const start = index + name.length;
    masked += text.slice(from, start) + SECRET;
    from = endOfValue(text, start);
  }
  return (masked + text.slice(from)).replaceAll(IN_FORM, `$1${SECRET}`);
}

/** By hand: a regular expression that steps over escapes runs out of stack on a value of some megabytes. */
function endOfValue(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
