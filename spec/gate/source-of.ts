import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namesIn, pointerOf } from "../house/json-pointer.ts";

/**
 * Finds the YAML that a place of today's bundle was made from; of a place that is gone, that of the nearest one around it.
 *
 * @returns `spec/octopi/service-orders/cancel.yaml:7`; undefined where no file is known.
 */
export function sourceOf(root: string, api: string, pointer: string): string | undefined {
  const lines = linesOf(root, api);
  const names = namesIn(pointer);
  for (let length = names.length; length > 0; length--) {
    const line = lines[pointerOf(names.slice(0, length))];
    if (line !== undefined) return `spec/${line}`;
  }
  return undefined;
}

function linesOf(root: string, api: string): Record<string, string> {
  const file = join(root, `spec/dist/${api}.lines.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}
