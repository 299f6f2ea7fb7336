import { markdownToMdast } from "satteri";
import { codeSpan } from "../operation-pages/markdown.ts";
import { edit, nodesOf } from "./map-links.ts";

/**
 * Markdown in which HTML has become Markdown: `<code>` with links in it, and `<br>`. Of a block of HTML its words stay, of a drawing
 * in it the title.
 *
 * @throws When any other HTML stands in running text.
 */
export function withoutHtml(markdown: string): string {
  const said = markdown.replace(
    /```[\s\S]*?```|(`+)[^`][\s\S]*?\1(?!`)|<code>(.*?)<\/code>(<br>)?|<br>/g,
    (match: string, _ticks?: string, code?: string, broken?: string) => {
      if (code !== undefined) return `${writeCode(code)}${broken === undefined ? "" : ": "}`;
      return match === "<br>" ? " " : match;
    },
  );
  return edit(
    said,
    htmlIn(said).map(({ html, start, end }) => ({ start, end, text: wordsOf(html) })),
  );
}

/** The HTML in Markdown, and where it stands. */
export function htmlIn(markdown: string): { html: string; start: number; end: number; isBlock: boolean }[] {
  const root = markdownToMdast(markdown, { features: { frontmatter: true } });
  const blocks = "children" in root ? root.children : [];
  return nodesOf(root).flatMap((node) => {
    if (node.type !== "html" || node.position === undefined) return [];
    const { start, end } = node.position;
    const isBlock = blocks.some((block) => block === node);
    return [{ html: node.value, start: start.offset ?? 0, end: end.offset ?? 0, isBlock }];
  });
}

/** Code with links in it, as code and links beside each other. */
function writeCode(html: string): string {
  const parts = html.split(/(<a href="[^"]*">.*?<\/a>)/);
  return parts
    .filter((part) => part !== "")
    .map((part) => {
      const [, href, text] = /^<a href="([^"]*)">(.*)<\/a>$/.exec(part) ?? [];
      return text === undefined ? inTable(decode(part)) : `[${inTable(decode(text))}](${href})`;
    })
    .join("");
}

function inTable(code: string): string {
  return codeSpan(code).replaceAll("|", "\\|");
}

function decode(html: string): string {
  const names: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return html.replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_match, code?: string, name = "") =>
    code === undefined ? (names[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}

function wordsOf(html: string): string {
  const title = /<svg[\s\S]*?<title[^>]*>([^<]*)/.exec(html)?.[1];
  const rest = html.replace(
    /<svg[\s\S]*?<\/svg>|<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g,
    "",
  );
  const words = rest
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return [title === undefined ? "" : `*Drawing: ${decode(title.trim())}*`, words].filter(Boolean).join("\n\n");
}
