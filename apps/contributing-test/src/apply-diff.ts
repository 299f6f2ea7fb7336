/**
 * Makes a change that is written as a diff without line numbers: lines behind a blank stay, behind `-` go, behind `+` come.
 *
 * @param before - Undefined where there is no file yet; then every line has to be new.
 * @throws Error where the lines that stay or go are not in the text exactly once, one after the other.
 */
export function applyDiff(before: string | undefined, diff: readonly string[]): string {
  const without = (sign: string) => diff.filter((line) => !line.startsWith(sign)).map((line) => `${line.slice(1)}\n`);
  const old = without("+").join("");
  const now = without("-").join("");
  if (before === undefined) {
    if (old !== "") throw new Error(`There is no such file, and the diff wants to find there:\n${old}`);
    return now;
  }
  if (old === "") throw new Error("There is such a file: the diff must show a line of it, so that the place is known.");
  const [first = "", ...more] = `\n${before}`.split(`\n${old}`);
  if (more.length !== 1) throw new Error(`These lines stand there ${more.length} times, not once:\n${old}`);
  return `${first}\n${now}${more[0]}`.slice(1);
}
