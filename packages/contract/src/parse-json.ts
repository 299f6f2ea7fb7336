/** The value that JSON text stands for, or where it stops being JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Parses JSON and never throws; the message names the first wrong character with its line and column, both from 1. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const at = findFault(text);
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    const line = text.slice(0, lineStart).split("\n").length;
    const found = at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : "the end";
    return {
      ok: false,
      message: `it is not JSON: ${found} is not allowed at line ${line}, column ${at - lineStart + 1}`,
    };
  }
}

/** What may come next, and what is expected after it. `after` stands for what the innermost open bracket expects, `ended` without one. */
const VALUE = { "[": "first", "{": "firstName", text: "after", scalar: "after" } as const;
const GRAMMAR: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  value: VALUE,
  first: { ...VALUE, "]": "after" },
  firstName: { text: "colon", "}": "after" },
  name: { text: "colon" },
  colon: { ":": "value" },
  "[": { ",": "value", "]": "after" },
  "{": { ",": "name", "}": "after" },
  ended: {},
};

/** Engines word their errors differently, and some leave out the place: so it is looked for here, without recursion. */
function findFault(text: string): number {
  const open: string[] = [];
  let expected = "value";
  for (let at = skipSpace(text, 0); ; at = skipSpace(text, at)) {
    const token = readToken(text, at);
    const next = GRAMMAR[expected]?.[token.kind];
    if (next === undefined) return token.kind === "broken" ? token.end : at;
    if (token.kind === "[" || token.kind === "{") open.push(token.kind);
    if (token.kind === "]" || token.kind === "}") open.pop();
    expected = next === "after" ? (open.at(-1) ?? "ended") : next;
    at = token.end;
  }
}

/** A token's kind (a bracket, comma or colon is its own) and where it ends; a broken one ends at its first wrong character. */
type Token = { readonly kind: string; readonly end: number };

function readToken(text: string, at: number): Token {
  const character = text[at] ?? "";
  if (character === '"') return readText(text, at + 1);
  if (/^[[\]{},:]$/.test(character)) return { kind: character, end: at + 1 };
  const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
  scalar.lastIndex = at;
  return scalar.test(text) ? { kind: "scalar", end: scalar.lastIndex } : { kind: "broken", end: at };
}

function readText(text: string, start: number): Token {
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === '"') return { kind: "text", end: at + 1 };
    if (character < " ") return { kind: "broken", end: at };
    if (character !== "\\") continue;
    const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escaped.lastIndex = at;
    if (!escaped.test(text)) return { kind: "broken", end: at };
    at = escaped.lastIndex - 1;
  }
  return { kind: "broken", end: text.length };
}

function skipSpace(text: string, at: number): number {
  const space = /[ \t\n\r]*/y;
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}
