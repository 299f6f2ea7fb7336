import { readFile } from "node:fs/promises";
import { CannotRun } from "../cannot-run.js";
import { isObject } from "../document.js";
import { plainText } from "../reports/plain-text.js";
import type { Fixtures } from "../run/with-fixtures.js";

/**
 * Reads a file of fixtures: a JSON object of values by their names.
 *
 * @throws CannotRun when it cannot be read, or is no such object.
 */
export async function readFixtures(path: string): Promise<Fixtures> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CannotRun(`The fixtures cannot be read from ${plainText(path)}. Choose a file that exists.`);
  });
  const fixtures = parse(text);
  if (isObject(fixtures)) return fixtures;
  throw new CannotRun(`${plainText(path)} is no JSON object of fixtures. Write for example {"container_ids": [77]}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
