import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Place } from "../document.js";

/**
 * Holds schemas against the schema of JSON Schema 2020-12 itself.
 *
 * @throws Error naming the place of the first keyword that has a wrong value.
 */
export function checkKeywords(schemas: readonly Place[]): void {
  metaschema ??= new Ajv2020({ strict: false, logger: false }).compile({
    $ref: "https://json-schema.org/draft/2020-12/schema",
  });
  for (const { pointer, value } of schemas) {
    if (metaschema(value)) continue;
    const [error] = metaschema.errors ?? [];
    const place = `${pointer}${error?.instancePath ?? ""}`;
    throw new Error(
      `The schema at ${place} cannot be compiled: it ${error?.message ?? "is no schema"} (JSON Schema 2020-12).`,
    );
  }
}

/** Compiled once for all documents: that takes longer than to check one. */
let metaschema: ValidateFunction | undefined;
