import { existsSync } from "node:fs";
import { markdownToMdast } from "satteri";
import { describe, expect, test } from "vitest";
import { references } from "../navigation.ts";
import { asObject, asText, type Json } from "../reference/json.ts";
import { find } from "../reference/resolve.ts";
import { listPages } from "../routes.ts";
import { htmlIn } from "../twins/without-html.ts";
import { listProperties } from "./list-properties.ts";
import { makeOperationPages } from "./make-operation-pages.ts";
import { type Operation, readApi } from "./read-operations.ts";

const pages = new Map((await makeOperationPages()).map(({ file, source }) => [file, source]));
const apis = await Promise.all(references.map(readApi));

test("every operation of every API has a page, and no other page is there", () => {
  const expected = apis.flatMap(({ id, operations }) =>
    operations.map(({ operationId }) => `reference/${id}/${operationId}.md`),
  );
  expect([...pages.keys()].toSorted()).toEqual(expected.toSorted());
  expect(pages.size).toBeGreaterThan(40);
  for (const { id } of apis) expect(listPages([`reference/${id}`])).toHaveLength(pagesOf(id).length);
});

describe.each(apis)("$id", ({ id, document, operations }) => {
  test.each(operations)("the page of $operationId names all that it has", (operation) => {
    const page = pages.get(`reference/${id}/${operation.operationId}.md`) ?? "";
    expect(partsOf(operation).filter((part) => !page.includes(part))).toEqual([]);
    const schemas = [operation.requestBody, ...operation.responses.map(({ response }) => response)].flatMap((body) =>
      Object.values(asObject(body?.content)).map((media) => asObject(media).schema),
    );
    const names = schemas.flatMap((schema) => listProperties(document, schema)).map(({ name }) => `| \`${name}\` |`);
    expect(names.filter((name) => !page.includes(name))).toEqual([]);
    expect(existsSync(new URL(`../../../spec/${operation.source}`, import.meta.url))).toBe(true);
  });

  test.each(operations)("the page of $operationId shows every mark, however deep", (operation) => {
    const page = pages.get(`reference/${id}/${operation.operationId}.md`) ?? "";
    const { parameters, requestBody, responses } = operation;
    const anchors = marksWithin(document, [parameters, requestBody, responses], new Set()).map((name) => `#${name})`);
    expect(anchors.filter((anchor) => !page.includes(anchor.toLowerCase()))).toEqual([]);
  });

  test.each(operations)(
    "the page of $operationId is Markdown without HTML, its tables are whole",
    ({ operationId }) => {
      const page = pages.get(`reference/${id}/${operationId}.md`) ?? "";
      expect(htmlIn(page)).toEqual([]);
      expect(page).not.toMatch(/undefined|\[object Object\]|NaN/);
      const tree = markdownToMdast(page);
      for (const node of "children" in tree ? tree.children : []) {
        if (node.type !== "table") continue;
        const [head, ...rows] = node.children.map((row) => row.children.length);
        expect(rows.filter((cells) => cells !== head)).toEqual([]);
      }
    },
  );
});

test("operations of both vendors show their evidence, those of the sandbox have none", () => {
  for (const [file, source] of pages) {
    expect(/\*(Documented|Inferred):\*/.test(source), file).toBe(!file.startsWith("reference/sandbox/"));
  }
});

/** The pages and entries that marks name in a part of a document, and in what it refers to. */
function marksWithin(document: Json, node: unknown, seen: Set<unknown>): string[] {
  if (typeof node !== "object" || node === null || seen.has(node)) return [];
  seen.add(node);
  const { $ref, "x-evidence": mark, example, examples, ...parts } = asObject(Array.isArray(node) ? { ...node } : node);
  const names = [asObject(mark).source, asObject(mark).note].flat().filter((name) => name !== undefined);
  const target = typeof $ref === "string" ? find(document, $ref) : undefined;
  return [
    ...names.map(String),
    ...[target, ...Object.values(parts)].flatMap((part) => marksWithin(document, part, seen)),
  ];
}

function pagesOf(id: string): string[] {
  return [...pages.keys()].filter((file) => file.startsWith(`reference/${id}/`));
}

function partsOf(operation: Operation): string[] {
  const { operationId, summary, method, path, parameters, responses, source } = operation;
  return [
    `# ${summary}: ${operationId} (`,
    `${method} ${path}`,
    `\`spec/${source}\``,
    ...parameters.map(({ name, in: place }) => `| \`${asText(name)}\` | ${place}`),
    ...responses.map(({ status }) => `### Answer ${status}`),
    ...responses.map(({ response }) => asText(response.description).split("\n")[0]?.split("(D-")[0] ?? ""),
  ];
}
