import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Place } from "./document.js";

const METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

/**
 * Holds schemas against the schema of JSON Schema 2020-12 itself.
 *
 * @throws Error naming the place of the first keyword that has a wrong value, a pattern that is no regular expression included.
 */
export function checkKeywords(schemas: readonly Place[]): void {
  const validator = new Ajv2020({ strict: false, logger: false });
  validator.addFormat("regex", isPattern);
  validator.addFormat("uri-reference", fullFormats["uri-reference"]);
  for (const { pointer, value } of schemas) {
    if (validator.validate(METASCHEMA, value)) continue;
    const [error] = validator.errors ?? [];
    const place = `${pointer}${error?.instancePath ?? ""}`;
    throw new Error(
      `The schema at ${place} cannot be compiled: it ${error?.message ?? "is no schema"} (JSON Schema 2020-12).`,
    );
  }
}

/** Patterns are Unicode patterns, as JSON Schema recommends and the validator compiles them. */
function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
