/** A secret that was cut off in the middle is looked for down to this length. */
const SHORTEST_PART = 6;

/** A secret as it may be spelt: as it is, as a URL, a form and JSON have it, and as JSON in JSON. */
export function spellingsOf(secret: string): string[] {
  const wellFormed = Buffer.from(secret).toString();
  const asJson = JSON.stringify(secret).slice(1, -1);
  const asUrl = encodeURIComponent(wellFormed);
  const asForm = new URLSearchParams({ s: wellFormed }).toString().slice(2);
  return [...new Set([secret, asJson, JSON.stringify(asJson).slice(1, -1), asUrl, asForm])];
}

/** The text with `[secret]` in place of every secret, and of the beginning of one that a `…` cut off. */
export function mask(text: string, secrets: readonly string[]): string {
  const spelt = secrets.filter((secret) => secret !== "").flatMap(spellingsOf);
  // The longest first: one may be the beginning of another.
  return spelt.sort((one, other) => other.length - one.length).reduce(maskOne, text);
}

/** A secret such as `any` is also the middle of ordinary words; one that is long enough is masked wherever it stands. */
function asWord(secret: string): RegExp {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return secret.length >= SHORTEST_PART ? new RegExp(literal, "g") : new RegExp(`(?<!\\w)${literal}(?!\\w)`, "g");
}

function maskOne(text: string, secret: string): string {
  const whole = text.replaceAll(asWord(secret), "[secret]");
  // No more than could be the secret's: a long text without a blank would be looked through again and again.
  return whole.replaceAll(new RegExp(`(\\S{1,${secret.length}})…`, "g"), (cut, end: string) => {
    for (let length = Math.min(end.length, secret.length); length >= SHORTEST_PART; length--) {
      if (end.endsWith(secret.slice(0, length))) return `${end.slice(0, -length)}[secret]…`;
    }
    return cut;
  });
}
