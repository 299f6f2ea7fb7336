import { cutText, replaceUnprintable } from "../plain-text.js";

/** Text that is HTML already. Only {@link html} makes it. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[] | undefined;

/** Longer texts are cut. */
const MAX_TEXT = 2000;

/** A template in which every value is escaped but those that are HTML already; what is undefined is left out. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, index) => (index === 0 ? "" : markup(parts[index - 1])) + text).join("") };
}

/** A text over several lines, such as a command, which is cut much later than others. */
export function longText(text: string, most = 100_000): Html {
  return { html: escapeHtml(text, most) };
}

function markup(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(`${part}`, MAX_TEXT);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}

/** Control characters are shown as what they are: a browser would drop them, or turn the line around. */
function escapeHtml(text: string, most: number): string {
  const shown = replaceUnprintable(cutText(text, most), (character) =>
    character === "\n" || character === "\t"
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return shown.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
