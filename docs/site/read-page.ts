import { type MdastNode, markdownToMdast } from "satteri";

export interface Page {
  title: string;
  /** The first paragraph without markup, for search engines; about 200 characters at most. */
  description: string;
  /** The Markdown, without the heading that became the title. */
  source: string;
}

/**
 * Takes a page's title from its first heading, where the page has one, so that a file needs no front matter.
 *
 * @returns What front matter may override; no title when the page does not begin with a heading of the first level.
 */
export function readPage(source: string): Page | Omit<Page, "title"> {
  const root = markdownToMdast(source, { features: { frontmatter: true } });
  const children = "children" in root ? root.children : [];
  const paragraph = children.find((node) => node.type === "paragraph");
  const description = paragraph === undefined ? "" : shorten(textOf(paragraph));
  const heading = children.find((node) => node.type === "heading");
  if (heading?.depth !== 1 || heading.position === undefined) return { description, source };
  const { start, end } = heading.position;
  const rest = `${source.slice(0, start.offset)}${source.slice(end.offset)}`;
  return { title: textOf(heading).trim(), description, source: rest };
}

function textOf(node: MdastNode): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : " ";
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, " ").trim();
  return oneLine.length <= 200 ? oneLine : `${oneLine.slice(0, oneLine.lastIndexOf(" ", 199))}…`;
}
