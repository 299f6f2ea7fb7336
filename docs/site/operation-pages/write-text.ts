import { evidenceLine, linkEntries } from "../reference/evidence-line.ts";
import { asObject, asText } from "../reference/json.ts";
import { resolve } from "../reference/resolve.ts";
import { codeSpan, withoutHtml } from "./markdown.ts";

/** The way from an operation's page back to the folder of all pages. */
export const root = "../../";

/** A description as Markdown, its entries of the register as links to them. */
export function writeText(description: unknown): string {
  return linkEntries(withoutHtml(asText(description)), root, ".md");
}

/** What a mark says, as a line of Markdown. */
export function writeMarks(marks: readonly unknown[]): string {
  return marks.map((mark) => evidenceLine(mark, root, ".md")).join(" · ");
}

/** A value in code style: a text without quotes, unless one needs them to be seen whole. */
export function writeValue(value: unknown): string {
  const isPlain = typeof value === "string" && /^\S(.*\S)?$/.test(value);
  return codeSpan(isPlain ? value : JSON.stringify(value));
}

/** Values as examples of something: `Examples: a, b.` */
export function writeValues(values: readonly unknown[]): string {
  const shown = values.slice(0, 4).map(writeValue).join(", ");
  return values.length === 0 ? "" : `${values.length === 1 ? "Example" : "Examples"}: ${shown}.`;
}

/** The named examples of a parameter or a body, their references followed. */
export function namedExamples(
  document: Record<string, unknown>,
  node: Record<string, unknown>,
): { name: string; summary: string; value: unknown }[] {
  const named = Object.entries(asObject(node.examples)).map(([name, example]) => {
    const { summary, value } = resolve(document, example);
    return { name, summary: asText(summary), value };
  });
  return node.example === undefined ? named : [{ name: "example", summary: "", value: node.example }, ...named];
}
