import { CI_COMMAND, replaceUnprintable } from "./plain-text.js";

/**
 * Writes a value as JSON, pretty, with a line break at its end. What could steer a terminal or a CI system that shows it is
 * escaped as JSON does; it means the same.
 */
export function safeJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${lines.map((line) => replaceUnprintable(line, escaped).replace(CI_COMMAND, "#\\u0023")).join("\n")}\n`;
}
