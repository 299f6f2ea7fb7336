import type { Parameter } from "../contract.js";
import type { Violation } from "../finding.js";
import { parseJson } from "../parse-json.js";
import type { JsonType } from "../schema/schema-facts.js";
import type { ParameterText } from "./parameter-text.js";

/** A parameter's value, or what is wrong with it; neither when it is absent and may be. */
export type ParameterValue = { readonly value?: unknown; readonly violations: readonly Violation[] };

/**
 * Makes a value of a parameter's text and holds it against its schema. Text stays text where the schema takes it so; else it becomes
 * a number, boolean or null, written as in JSON. An integer has digits only: `1e3`, `1.0`, `0x10` and `007` are none.
 */
export function readValue(parameter: Parameter, text: ParameterText): ParameterValue {
  if (text.kind === "absent") return { violations: [] };
  if (text.kind === "malformed") return broken(`it cannot be read: ${text.why}`);
  if (text.kind === "repeated") {
    return {
      violations: [
        { rule: "repeated-parameter", pointer: "", message: `it is given ${text.count} times; the spec has one value` },
      ],
    };
  }
  if (!parameter.isJson) return firstValid(parameter, candidates(parameter, text), sizeOf(text));
  const parsed = parseJson(text.kind === "text" ? text.text : "");
  return parsed.ok ? firstValid(parameter, [parsed.value], sizeOf(text)) : broken(parsed.message);
}

function broken(message: string): ParameterValue {
  return { violations: [{ rule: "malformed-parameter", pointer: "", message }] };
}

/** When no candidate is valid, what is wrong with the first one is told. */
function firstValid({ schema }: Parameter, values: readonly unknown[], size: number): ParameterValue {
  let first: readonly Violation[] | undefined;
  for (const value of values) {
    const violations = schema.check(value, size);
    if (violations.length === 0) return { value, violations };
    first ??= violations;
  }
  return { violations: first ?? [] };
}

/** About how long the value is as JSON; quotes and commas count, so that many short elements are many. */
function sizeOf(text: ParameterText): number {
  if (text.kind === "text") return text.text.length;
  const parts = text.kind === "list" ? text.parts : text.kind === "object" ? text.pairs.flat() : [];
  return parts.reduce((sum, part) => sum + part.length + 3, 0);
}

/** What the text may stand for: with as much text as possible, then with as little. A lone element may be no list at all. */
function candidates({ reading }: Parameter, text: ParameterText): unknown[] {
  const each = (make: (asText: boolean) => unknown) => [make(true), make(false)];
  if (text.kind === "text") return each((asText) => scalar(text.text, reading.types, asText));
  if (text.kind === "object") return each((asText) => objectOf(text.pairs, reading.properties, asText));
  if (text.kind !== "list") return [];
  const lists = each((asText) => text.parts.map((part) => scalar(part, reading.items, asText)));
  const [only] = text.parts;
  return only === undefined || text.parts.length > 1
    ? lists
    : [...lists, ...each((asText) => scalar(only, reading.types, asText))];
}

function objectOf(
  pairs: readonly (readonly [string, string])[],
  types: ReadonlyMap<string, ReadonlySet<JsonType>>,
  asText: boolean,
): unknown {
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, scalar(value, types.get(name) ?? new Set(["string"]), asText)]),
  );
}

function scalar(text: string, types: ReadonlySet<JsonType>, asText: boolean): unknown {
  if (asText && types.has("string")) return text;
  if (types.has("null") && text === "null") return null;
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  const number = Number(text);
  if (types.has("integer") && /^-?(?:0|[1-9]\d*)$/.test(text) && Number.isFinite(number)) return number;
  const isNumber = types.has("number") && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
  return isNumber && Number.isFinite(number) ? number : text;
}
