/** How a language writes JSON values. */
interface Notation {
  words: Readonly<Record<"null" | "true" | "false", string>>;
  indent: string;
  /** What stands behind the last of several lines. */
  last: "," | "";
  space: " " | "";
  key(name: string): string;
}

const notations = {
  json: { words: { null: "null", true: "true", false: "false" }, indent: "  ", last: "", space: "", key: writeText },
  javascript: {
    words: { null: "null", true: "true", false: "false" },
    indent: "  ",
    last: ",",
    space: " ",
    key: javascriptKey,
  },
  python: {
    words: { null: "None", true: "True", false: "False" },
    indent: "    ",
    last: ",",
    space: "",
    key: writeText,
  },
} as const satisfies Record<string, Notation>;

/** A language that can write JSON values. */
export type Language = keyof typeof notations;

/** So much fits on a line. */
const width = 72;

/**
 * Writes a JSON value as it stands in a program. Members that are undefined are left out.
 *
 * @param indent - Of the line on which it begins.
 */
export function writeLiteral(value: unknown, language: Language, indent = ""): string {
  const { words, indent: step, key } = notations[language];
  if (typeof value === "string") return writeText(value);
  if (typeof value === "number") return JSON.stringify(value);
  if (typeof value === "boolean" || value === null || value === undefined) return words[`${value ?? null}`];
  const below = (one: unknown) => writeLiteral(one, language, indent + step);
  if (Array.isArray(value)) return writeGroup("[]", value.map(below), language, indent);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  const written = members.map(([name, one]) => `${key(name)}: ${below(one)}`);
  return writeGroup("{}", written, language, indent);
}

/**
 * Writes things in brackets, on one line where they fit.
 *
 * @param brackets - The opening and the closing one.
 * @param indent - Of the line on which it begins.
 */
export function writeGroup(brackets: string, parts: readonly string[], language: Language, indent = ""): string {
  const [open = "", close = ""] = brackets;
  if (parts.length === 0) return open + close;
  const space = open === "{" ? notations[language].space : "";
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  if (!line.includes("\n") && indent.length + line.length <= width) return line;
  return writeLines(brackets, parts, language, indent);
}

/** Like {@link writeGroup}, with a line for each. */
export function writeLines(brackets: string, parts: readonly string[], language: Language, indent = ""): string {
  const { indent: step, last } = notations[language];
  const [open = "", close = ""] = brackets;
  return `${open}\n${parts.map((part) => indent + step + part).join(",\n")}${last}\n${indent}${close}`;
}

/** JSON's texts are JavaScript's and Python's too. */
function writeText(text: string): string {
  return JSON.stringify(text);
}

/** `__proto__` in quotes would set the prototype; in brackets it is a name like any other. */
function javascriptKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : writeText(name);
}
