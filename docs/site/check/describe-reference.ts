import { annotatedBundle } from "../reference/annotated-bundle.ts";
import { listOperations } from "../reference/list-operations.ts";
import type { Reference } from "./built-site.ts";
import type { Link } from "./links-of-element.ts";
import { readMarkdown } from "./read-markdown.ts";

/** What Redoc makes of an API's description in the browser, where no HTML shows it. */
export async function describeReference(api: string): Promise<Reference> {
  const document = await annotatedBundle(api);
  const anchors = listOperations(document).flatMap(({ operationId, anchor }) => [operationId, anchor.slice(1)]);
  return { page: `/reference/${api}/`, anchors, links: linksInDescriptions(document) };
}

/** The links in the descriptions of an OpenAPI document, which are Markdown. */
export function linksInDescriptions(node: unknown): Link[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "description" && typeof value === "string" ? readMarkdown(value) : linksInDescriptions(value),
  );
}
