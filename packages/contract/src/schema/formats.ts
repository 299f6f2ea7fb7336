import type { Format } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";

/** A longer string is not held against a pattern or a format: backtracking over it could take minutes. In UTF-16 units. */
export const MAX_MATCHED_LENGTH = 10_000;

const SHAPES: readonly (readonly [string, RegExp])[] = [
  ["date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i],
  ["time", /^\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i],
];

/**
 * The formats of JSON Schema and OpenAPI that are checked; any other format demands nothing, as JSON Schema has it.
 * `date-time` and `time` are those of RFC 3339: with a `T`, seconds and an offset, on a day that exists.
 */
export function formats(): ReadonlyMap<string, Format> {
  const checked = new Map<string, Format>(Object.entries(fullFormats).map(([name, format]) => [name, bounded(format)]));
  for (const [name, shape] of SHAPES) {
    const lenient = checked.get(name);
    checked.set(name, (text: string) => shape.test(text) && typeof lenient === "function" && lenient(text) === true);
  }
  return checked;
}

/** Makes a format of strings refuse what is too long; formats of numbers stay as they are. */
function bounded(format: Format): Format {
  if (format instanceof RegExp) return shortOnly((text) => format.test(text));
  if (typeof format === "function") return shortOnly((text) => format(text) === true);
  if (typeof format === "object" && format.type !== "number" && typeof format.validate === "function") {
    return bounded(format.validate as (text: string) => boolean);
  }
  return format;
}

function shortOnly(test: (text: string) => boolean): (text: string) => boolean {
  return (text) => text.length <= MAX_MATCHED_LENGTH && test(text);
}
