import { blocks, codeSpan } from "./markdown.ts";
import type { Api, Operation } from "./read-operations.ts";
import { root } from "./write-text.ts";

/** Where the operation belongs, what the client calls it, how its pages are read, how it is called once. */
export function writeHints(api: Api, operation: Operation): string {
  return blocks(writePlace(api, operation), writePagination(api, operation), writeNaturalKey(api, operation));
}

function writePlace({ id, name }: Api, { operationId, tag, source }: Operation): string {
  const call = `In [the client](${root}client/${id}.md): ${codeSpan(`${id}.${operationId}(…)`)}.`;
  const written = source === "" ? "" : ` Written in ${codeSpan(`spec/${source}`)}.`;
  return `${tag} of the [${name} API](/reference/${id}/#${operationId}).${written} ${id === "sandbox" ? "" : call}`.trim();
}

function writePagination({ id }: Api, { operationId, pagination }: Operation): string {
  if (pagination === undefined) return "";
  const { page, limit, maximum, items, total, next, "total-header": header } = pagination;
  const rows = items === "" ? "The rows are the body" : `The rows are in ${codeSpan(path(items))}`;
  const end =
    total !== undefined
      ? `, their number over all pages in ${codeSpan(path(total))}`
      : next !== undefined
        ? `, the address of the next page in ${codeSpan(path(next))}`
        : header !== undefined
          ? `, their number over all pages in the header ${codeSpan(String(header))}`
          : "";
  return [
    `It answers page by page: ${codeSpan(String(page))} is the page, ${codeSpan(String(limit))} how many rows it has, at most ${maximum}.`,
    `${rows}${end}.`,
    `${codeSpan(`${id}.${operationId}.each(…)`)} reads them all: [lists](${root}guides/lists.md).`,
  ].join(" ");
}

function writeNaturalKey({ id }: Api, { operationId, naturalKey }: Operation): string {
  if (naturalKey === undefined) return "";
  const { property, lookup } = naturalKey;
  return [
    `A record that a broken connection leaves in doubt is found again by ${codeSpan(path(property))}, with [${lookup}](${lookup}.md).`,
    `${codeSpan(`${id}.${operationId}.once(…)`)} does so: [retries](${root}guides/retries.md).`,
  ].join(" ");
}

/** `/service_order/order_number` as tables of properties name it. */
function path(pointer: unknown): string {
  return String(pointer).split("/").slice(1).join(".");
}
