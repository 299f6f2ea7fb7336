/** A table of Markdown; empty without rows. A cell is Markdown of its own: its line breaks become blanks and its bars are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`);
  return lines.join("\n");
}

/** A text in code style, whatever backticks it holds. Line breaks become blanks. */
export function codeSpan(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  const ticks = "`".repeat(longestRun(flat) + 1);
  const blank = /^`|`$|^ .* $/.test(flat) || flat.trim() === "" ? " " : "";
  return `${ticks}${blank}${flat}${blank}${ticks}`;
}

/** A block of code. Its fence is longer than any that the text holds. */
export function fence(language: string, text: string): string {
  const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${text.replace(/\n+$/, "")}\n${ticks}`;
}

/** The paragraphs, tables and headings that are not empty, one below the other. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Markdown of a description in which nothing is taken for HTML. What stands in code style is left alone. */
export function withoutHtml(markdown: string): string {
  return markdown.replace(/(`+)[\s\S]*?\1(?!`)|\\<|<(?=[a-z/!?])(?!https?:|mailto:)/gi, (match) =>
    match === "<" ? "\\<" : match,
  );
}

function cell(markdown: string): string {
  return markdown
    .replace(/\s*\n\s*/g, " ")
    .trim()
    .replace(/\\?\|/g, "\\|");
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
