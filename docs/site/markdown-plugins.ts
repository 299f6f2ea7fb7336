import { posix } from "node:path";
import { defineHastPlugin, type HastContent, type HastNode, type HastVisitorContext } from "satteri";
import { listPages, pageIn, pagePlaces, routeOf } from "./routes.ts";
import { siteAddress } from "./site-address.ts";

/**
 * Turns links between Markdown files into links between pages, and lets those from the site's root begin where the site will stand.
 * A link to a file that is no page stops the build.
 */
export const linkPages = defineHastPlugin({
  name: "link-pages",
  element: {
    filter: ["a", "img"],
    visit(node, context) {
      const { href, src } = node.properties;
      if (typeof src === "string" && isFromRoot(src)) context.setProperty(node, "src", siteAddress(src));
      if (typeof href !== "string") return;
      if (isFromRoot(href)) context.setProperty(node, "href", siteAddress(href));
      if (!isRelative(href) || context.fileURL === undefined) return;
      context.setProperty(node, "href", siteAddress(pageAddress(pageIn(context.fileURL), href)));
    },
  },
  raw(node, context) {
    const value = node.value.replace(
      /(\s(?:href|src)=")(\/(?!\/)[^"]*)/g,
      (_, before, path) => before + siteAddress(path),
    );
    if (value !== node.value) context.replaceNode(node, { type: "raw", value });
  },
});

/** Marks the tables of operations' pages: their rows are shown one below the other, a name and what it means. */
export const markRows = defineHastPlugin({
  name: "mark-rows",
  element: {
    filter: ["table"],
    visit(node, context) {
      if (context.fileURL === undefined || !pageIn(context.fileURL).startsWith("reference/")) return;
      context.setProperty(node, "className", ["rows"]);
    },
  },
});

/** Gives the heading of a numbered entry the short anchor that the spec cites: `### D-07 …` is `#d-07`. */
export const anchorEntries = defineHastPlugin({
  name: "anchor-entries",
  element: {
    filter: ["h2", "h3", "h4"],
    visit(node, context) {
      const entry = /^D-\d+/.exec(context.textContent(node))?.[0];
      if (entry !== undefined) context.setProperty(node, "id", entry.toLowerCase());
    },
  },
});

/** Makes each `D-nn` in running text a link to its entry. */
export const linkEntries = defineHastPlugin({
  name: "link-entries",
  text(node, context) {
    const parts = node.value.split(/\b(D-\d{2,})\b/);
    if (parts.length === 1 || !isRunningText(node, context)) return;
    context.replaceNode(
      node,
      parts.map((part, at) => (at % 2 === 0 ? { type: "text", value: part } : entryLink(part))),
    );
  },
});

function isRunningText(node: Readonly<HastNode>, context: HastVisitorContext): boolean {
  for (let at = context.parent(node); at !== undefined && at.type !== "root"; at = context.parent(at)) {
    if ("tagName" in at && /^(a|code|pre|h[1-6])$/.test(at.tagName)) return false;
  }
  return true;
}

function entryLink(entry: string): HastContent {
  const properties = { href: siteAddress(`/discrepancies/#${entry.toLowerCase()}`) };
  return { type: "element", tagName: "a", properties, children: [{ type: "text", value: entry }] };
}

/**
 * The address of a relative link, from the site's root.
 *
 * @param from - The page with the link, such as `guides/client.md`.
 * @throws When the link leads to no page.
 */
export function pageAddress(from: string, href: string): string {
  const [path = "", anchor] = href.split("#", 2);
  const file = posix.join(posix.dirname(from), decodeURIComponent(path));
  if (!listPages(pagePlaces).includes(file)) {
    throw new Error(
      `${from} links to ${href}, which is no page of the site. Link to a page, or name the file in code style.`,
    );
  }
  return `/${routeOf(file)}/${anchor === undefined ? "" : `#${anchor}`}`;
}

/** Two slashes begin the address of another host. */
function isFromRoot(href: string): boolean {
  return /^\/(?!\/)/.test(href);
}

function isRelative(href: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(href);
}
