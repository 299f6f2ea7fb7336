import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, html as names, parse } from "parse5";
import { type Link, linksOf } from "./links-of-element.ts";
import { readCss } from "./read-css.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** What a check must know of a page. */
export interface PageFacts {
  title: string;
  description: string;
  /** In the page's order; one that stands there twice is here twice. */
  ids: string[];
  links: Link[];
  /** Addresses that Redoc has rendered ahead of the browser. They are anchors of the same page, without their `#`. */
  routes: string[];
  /** The images that have no `alt`, by their addresses. */
  imagesWithoutAlt: string[];
  /** The texts of the blocks of code that are JSON. */
  json: string[];
  /** The texts of the scripts and modules that stand in the page. */
  scripts: string[];
  /** The text that a reader sees, code included. */
  text: string;
}

/** Reads a page as a browser does that runs no scripts. */
export function readHtml(html: string): PageFacts {
  const page: PageFacts = {
    title: "",
    description: "",
    ids: [],
    links: [],
    routes: [],
    imagesWithoutAlt: [],
    json: [],
    scripts: [],
    text: "",
  };
  visit(parse(html, { scriptingEnabled: false }), page);
  return page;
}

function visit(node: DefaultTreeAdapterMap["node"], page: PageFacts): void {
  if (isText(node)) page.text += node.value;
  if ("tagName" in node) note(node, page);
  if (hasUnseenText(node)) return;
  if ("content" in node) visit(node.content, page);
  if ("childNodes" in node) for (const child of node.childNodes) visit(child, page);
  // Two cells, or two items, are no word.
  if ("tagName" in node && !withinLines.has(node.tagName)) page.text += "\n";
}

/** Elements that may stand within a word. */
const withinLines = new Set([
  "a",
  "abbr",
  "b",
  "code",
  "em",
  "i",
  "mark",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "wbr",
]);

function note(element: Element, page: PageFacts): void {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  const id = attributes.get("id");
  if (id !== undefined) page.ids.push(id);
  if (attributes.has("data-discover")) page.routes.push(attributes.get("href") ?? "");
  else page.links.push(...linksOf(element.tagName, attributes));
  noteContent(element, attributes, page);
}

function noteContent(element: Element, attributes: ReadonlyMap<string, string>, page: PageFacts): void {
  const { tagName, namespaceURI } = element;
  if (tagName === "title" && namespaceURI === names.NS.HTML) page.title = textOf(element).trim();
  if (tagName === "meta" && attributes.get("name") === "description")
    page.description = attributes.get("content") ?? "";
  if (tagName === "img" && !attributes.has("alt")) page.imagesWithoutAlt.push(attributes.get("src") ?? "");
  if (tagName === "script" && !attributes.has("src")) page.scripts.push(textOf(element));
  if (tagName === "style") page.links.push(...readCss(textOf(element)));
  if (tagName === "pre" && attributes.get("data-language") === "json") page.json.push(textOf(element));
}

function hasUnseenText(node: DefaultTreeAdapterMap["node"]): boolean {
  return "tagName" in node && ["script", "style", "title"].includes(node.tagName);
}

function textOf(node: DefaultTreeAdapterMap["node"]): string {
  if (isText(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function isText(node: DefaultTreeAdapterMap["node"]): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text";
}
