import type { FuncKeywordDefinition } from "ajv/dist/2020.js";

/** A keyword of our own that no value meets. Its value says why: `not` or `writeOnly`. */
export const NEVER = "x-never";

/** From `not: {}` the validator generates code that can fail with a ReferenceError. */
export const NEVER_KEYWORD: FuncKeywordDefinition = { keyword: NEVER, schemaType: "string", validate: () => false };
