import { type MdastNode, markdownToMdast } from "satteri";

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Markdown with other addresses behind its links. Code is left alone.
 *
 * @param address - The new address for one that stands there.
 * @throws When an address is written in a way that is not found again, such as with escapes.
 */
export function mapLinks(markdown: string, address: (href: string) => string): string {
  return edit(
    markdown,
    linksIn(markdown).map(({ href, start, end }) => ({ start, end, text: address(href) })),
  );
}

/** The addresses that Markdown links to, and where they stand in it. */
export function linksIn(markdown: string): { href: string; start: number; end: number }[] {
  return nodesOf(markdownToMdast(markdown, { features: { frontmatter: true } })).flatMap((node) => {
    if (!("url" in node) || typeof node.url !== "string" || node.position === undefined) return [];
    const { start, end } = node.position;
    const raw = markdown.slice(start.offset, end.offset);
    // A bare address and one in angle brackets have no other text than themselves.
    const at = raw.lastIndexOf(node.type === "definition" ? ":" : "](");
    const found = raw.indexOf(node.url, Math.max(0, at));
    if (found === -1) throw new Error(`The address ${node.url} of ${raw} is not found. Write it without escapes.`);
    const from = (start.offset ?? 0) + found;
    return [{ href: node.url, start: from, end: from + node.url.length }];
  });
}

/** All nodes of a tree of Markdown, parents before what is in them. */
export function nodesOf(node: MdastNode): MdastNode[] {
  return [node, ...("children" in node ? node.children.flatMap((child) => nodesOf(child as MdastNode)) : [])];
}

/** A text with some of its parts replaced. They must not overlap. */
export function edit(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((one, other) => one.start - other.start);
  const parts = inOrder.map(({ start, text: part }, at) => text.slice(inOrder[at - 1]?.end ?? 0, start) + part);
  return parts.join("") + text.slice(inOrder.at(-1)?.end ?? 0);
}
