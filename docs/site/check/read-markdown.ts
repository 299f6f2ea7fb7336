import { type MdastNode, markdownToMdast } from "satteri";
import type { Link } from "./links-of-element.ts";
import { readHtml } from "./read-html.ts";

/** The addresses in a Markdown text: links, images, definitions, and those in HTML. Code has none. */
export function readMarkdown(source: string): Link[] {
  return linksIn(markdownToMdast(source, { features: { frontmatter: true } }));
}

function linksIn(node: MdastNode): Link[] {
  if (node.type === "link" || node.type === "image" || node.type === "definition") {
    return [{ to: node.url, loaded: false }, ...inChildren(node)];
  }
  return node.type === "html" ? readHtml(node.value).links : inChildren(node);
}

function inChildren(node: MdastNode): Link[] {
  return "children" in node ? node.children.flatMap((child) => linksIn(child as MdastNode)) : [];
}
