import { posix } from "node:path";
import { markdownToMdast } from "satteri";
import { linkEntries } from "../reference/evidence-line.ts";
import { edit, mapLinks, nodesOf } from "./map-links.ts";
import { withoutHtml } from "./without-html.ts";

/** A page of the site as plain Markdown. */
export interface Twin {
  /** Its place on the site: `guides/client.md` for `/guides/client/`, `index.md` for the start page. */
  file: string;
  title: string;
  /** A sentence or two. */
  description: string;
  /** It begins with the title as a heading; its links lead to other twins. */
  markdown: string;
}

/** What a twin is made of. */
export type Draft = Omit<Twin, "markdown"> & {
  /** Markdown below the title, as pages are written: links lead to files of pages, or from the site's root on. */
  source: string;
};

/**
 * Makes twins of pages.
 *
 * @param drafts - All pages of the site: links that begin at the site's root are looked up among them.
 */
export function makeTwins(drafts: readonly Draft[]): Twin[] {
  const files = new Set(drafts.map(({ file }) => file));
  return drafts.map(({ file, title, description, source }) => {
    const body = settle(withoutHtml(source), "../".repeat(file.split("/").length - 1));
    const markdown = `# ${title}\n\n${mapLinks(body, (href) => twinAddress(files, file, href)).trim()}\n`;
    return { file, title, description, markdown };
  });
}

/** The address of a page on the site: `guides/client.md` is the twin of `/guides/client/`. */
export function pageOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/")}`;
}

/** Front matter and notes for the tests of samples go, and numbers of entries in running text become links. */
function settle(markdown: string, root: string): string {
  const tree = markdownToMdast(markdown, { features: { frontmatter: true } });
  const settled = new Set(
    nodesOf(tree)
      .filter(({ type }) => type === "heading" || type === "link")
      .flatMap(nodesOf),
  );
  return edit(
    markdown,
    nodesOf(tree).flatMap((node) => {
      const { position } = node;
      if (position?.start.offset === undefined || position.end.offset === undefined) return [];
      const [start, end] = [position.start.offset, position.end.offset];
      const raw = markdown.slice(start, end);
      if (node.type === "yaml") return [{ start, end, text: "" }];
      if (node.type === "code") return [{ start, end, text: raw.replace(/^(`{3,}\S+)[^\n]*/, "$1") }];
      return node.type === "text" && !settled.has(node) ? [{ start, end, text: linkEntries(raw, root, ".md") }] : [];
    }),
  );
}

function twinAddress(files: ReadonlySet<string>, from: string, href: string): string {
  if (!href.startsWith("/")) return href;
  const [path = "", anchor] = href.slice(1).split("#", 2);
  const page = path === "" ? "index.md" : path.replace(/\/$/, ".md");
  const operation = posix.join(path, `${anchor}.md`);
  if (files.has(operation) && operation !== from) return relative(from, operation);
  if (files.has(operation)) return relative(from, page);
  return `${relative(from, files.has(page) ? page : path)}${anchor === undefined ? "" : `#${anchor}`}`;
}

function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to);
}
