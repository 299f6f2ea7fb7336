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
    /```[\s\S]*?```|(`+)[^`][\s\S]*?\1(?!`)|<code>(.*?)<\/code>(<br>)?|<br>|<svg[\s\S]*?<\/svg>/g,
    (match: string, _ticks?: string, code?: string, broken?: string) => {
      if (match.startsWith("<svg")) return nameDrawing(match);
      if (code !== undefined) return `${writeCode(code)}${broken === undefined ? "" : ": "}`;
      return match === "<br>" ? " " : match;
    },
  );
  const left = htmlIn(said);
  const stray = left.find(({ isBlock }) => !isBlock);
  if (stray !== undefined) throw new Error(`${stray.html} in running text is no Markdown. Write the text without it.`);
  return edit(
    said,
    left.map(({ html, start, end }) => ({ start, end, text: wordsOf(html) })),
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

function nameDrawing(svg: string): string {
  const title = /<title[^>]*>([^<]*)/.exec(svg)?.[1]?.trim();
  return title === undefined ? "" : `*Drawing: ${decode(title)}*`;
}

function wordsOf(html: string): string {
  const rest = html.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "");
  return decode(
    rest
      .replace(/<[^>]*>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
