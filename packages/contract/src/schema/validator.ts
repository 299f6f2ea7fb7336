import { Ajv2020, type Options } from "ajv/dist/2020.js";
import { formats, MAX_MATCHED_LENGTH } from "./formats.js";
import { UNIQUE_ITEMS } from "./unique-items.js";

/** Opens a JSON Schema 2020-12 validator that unknown formats, long strings and names such as `constructor` do not mislead. */
export function openValidator(options: Pick<Options, "allErrors">): Ajv2020 {
  const validator = new Ajv2020({
    ...options,
    // Unknown keywords are refused before; what else strict mode refuses is legal JSON Schema.
    strict: false,
    verbose: true,
    // `toString` and its like are properties only of an object that has them itself.
    ownProperties: true,
    validateSchema: false,
    logger: false,
    // 0.07 is a multiple of 0.01, though not in binary fractions.
    multipleOfPrecision: 9,
    // Optimising takes half of the time of compiling, and breaks the code of `not: {}`.
    code: { optimize: false, regExp: boundedRegExp, process: withoutPrototypes },
  });
  validator.removeKeyword("uniqueItems").addKeyword(UNIQUE_ITEMS);
  for (const [name, format] of formats()) validator.addFormat(name, format);
  return validator;
}

/** A pattern that no string longer than {@link MAX_MATCHED_LENGTH} matches. */
const boundedRegExp = Object.assign(
  (pattern: string, flags: string) => {
    const expression = new RegExp(pattern, flags);
    const test = (text: string) => text.length <= MAX_MATCHED_LENGTH && expression.test(text);
    // The validator tells patterns apart by this.
    return { test, toString: () => String(expression) };
  },
  { code: "boundedRegExp" },
);

/**
 * The generated code notes evaluated properties in plain objects and then finds `constructor` in them, so that
 * `unevaluatedProperties: false` would let it pass.
 */
function withoutPrototypes(code: string): string {
  return code.replace(/\b(props\d+ = (?:props\d+ \|\| )?)\{\}/g, "$1Object.create(null)");
}
