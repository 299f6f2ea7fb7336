/** What a letter counts for in ISO 6346: from 10 on, and multiples of 11 are left out. */
const LETTERS = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";

/**
 * A container number of ISO 6346 with its check digit, e.g. `OCTU1234568`.
 *
 * @param owner - Four letters, the last one `U`.
 * @param serial - From 0 to 999,999.
 */
export function containerNumber(owner: string, serial: number): string {
  const text = owner + String(serial).padStart(6, "0");
  const sum = Array.from(text, (character, place) => LETTERS.indexOf(character) * 2 ** place).reduce(
    (a, b) => a + b,
    0,
  );
  return `${text}${(sum % 11) % 10}`;
}
