import { readCss } from "./read-css.ts";

/** An address in a page or a file. */
export interface Link {
  /** As it is written. */
  to: string;
  /** Whether a browser loads it for the first view. */
  loaded: boolean;
}

/** The addresses in an element's attributes, those in `srcset`, `style` and `meta` among them. */
export function linksOf(tag: string, attributes: ReadonlyMap<string, string>): Link[] {
  const plain = [...attributes].filter(([name]) => isAddress(tag, name));
  return [
    ...plain.map(([name, to]) => ({ to, loaded: isLoaded(tag, name, attributes) })),
    ...(attributes.get("srcset") ?? "").split(",").flatMap(candidate),
    ...readCss(attributes.get("style") ?? ""),
    ...(tag === "meta" ? linksOfMeta(attributes) : []),
    ...(isWithoutSource(tag, attributes) ? [{ to: "", loaded: true }] : []),
  ];
}

/** Astro takes the address of an image that it does not find. */
function isWithoutSource(tag: string, attributes: ReadonlyMap<string, string>): boolean {
  return tag === "img" && !attributes.has("src") && !attributes.has("srcset");
}

/** A set of images names each with its width or density behind it. */
function candidate(text: string): Link[] {
  const [to = ""] = text.trim().split(/\s+/, 1);
  return to === "" ? [] : [{ to, loaded: true }];
}

function isAddress(tag: string, name: string): boolean {
  return (
    name === "href" ||
    name === "xlink:href" ||
    name === "src" ||
    name === "poster" ||
    (tag === "object" && name === "data")
  );
}

function isLoaded(tag: string, name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (tag === "link") return /\b(stylesheet|icon|preload|modulepreload)\b/.test(attributes.get("rel") ?? "");
  return !["a", "area"].includes(tag) && (name !== "href" || tag === "image");
}

function linksOfMeta(attributes: ReadonlyMap<string, string>): Link[] {
  const content = attributes.get("content") ?? "";
  const name = attributes.get("property") ?? attributes.get("name") ?? attributes.get("http-equiv") ?? "";
  if (/^(og:url|og:image|twitter:image)$/.test(name)) return [{ to: content, loaded: false }];
  const target = /^refresh$/i.test(name) ? /url=(.*)$/i.exec(content)?.[1] : undefined;
  return target === undefined ? [] : [{ to: target, loaded: false }];
}
