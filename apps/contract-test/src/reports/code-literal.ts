import { isObject } from "../document.js";
import { replaceUnprintable } from "./plain-text.js";

/** Deeper values are written as JSON text. */
const MAX_DEPTH = 32;

/** So much fits on a line. */
const WIDTH = 80;

/** Code as it stands, among values. */
export type Code = { readonly code: string };

const codes = new WeakSet<object>();

/** Marks a text as code, so that {@link codeLiteral} does not quote it. */
export function code(text: string): Code {
  const made = { code: text };
  codes.add(made);
  return made;
}

/**
 * Writes a value as it stands in JavaScript and TypeScript. Members that are undefined are left out; nothing in a text can end the
 * literal or steer a terminal.
 *
 * @param indent - Of the line on which it begins.
 */
export function codeLiteral(value: unknown, indent = "", depth = 0): string {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : `${value}`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return `${value}`;
  if (codes.has(value)) return (value as Code).code;
  if (depth > MAX_DEPTH) return `JSON.parse(${textLiteral(JSON.stringify(value))})`;
  const below = (one: unknown) => codeLiteral(one, `${indent}  `, depth + 1);
  if (Array.isArray(value)) return bracketed("[", value.map(below), "]", indent);
  const members = Object.entries(isObject(value) ? value : {}).filter(([, one]) => one !== undefined);
  return bracketed(
    "{",
    members.map(([name, one]) => `${keyLiteral(name)}: ${below(one)}`),
    "}",
    indent,
  );
}

/** `__proto__` in quotes would set the prototype; in brackets it is a name like any other. */
function keyLiteral(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}

function textLiteral(text: string): string {
  return replaceUnprintable(
    JSON.stringify(text),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function bracketed(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join("")}${indent}${close}`;
}
