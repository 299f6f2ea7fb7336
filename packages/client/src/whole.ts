/** A timer's longest. */
const LONGEST = 2_147_483_647;

/**
 * Gives a number back that an option may have.
 *
 * @throws RangeError when it is not a whole number from 1 to 2,147,483,647.
 */
export function whole(value: number, option: string): number {
  if (Number.isInteger(value) && value >= 1 && value <= LONGEST) return value;
  throw new RangeError(`${option} is ${value}; pass a whole number from 1 to ${LONGEST}.`);
}
