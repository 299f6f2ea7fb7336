import { methods } from "../../reference/list-operations.ts";
import type { OpenApiDocument } from "../../reference/read-bundle.ts";
import { encode, namesIn, valueAt } from "./find-users.ts";

/** A mark, and where it stands. */
export interface Mark {
  /** JSON pointer into the bundle. */
  pointer: string;
  /** The value of `x-evidence`. */
  mark: unknown;
}

/** The mark of one response of one operation. */
export interface ResponseMark {
  operationId: string;
  tag: string;
  status: string;
  mark: unknown;
}

/** The mark of every response of every operation, in the order of the document. */
export function readResponseMarks(document: OpenApiDocument): ResponseMark[] {
  return Object.values(document.paths).flatMap((item) =>
    methods.flatMap((method) => {
      const { operationId, tags = [""], responses = {} } = Object(Object(item)[method]);
      return Object.entries(responses).map(([status, response]) => {
        const mark = Object(resolved(document, response))["x-evidence"];
        return { operationId, tag: tags[0], status, mark };
      });
    }),
  );
}

/** Every mark that stands at something else than a response of an operation. */
export function readOwnMarks(document: OpenApiDocument): Mark[] {
  return readMarks(document).filter(({ pointer }) => !isResponse(pointer) || pointer.startsWith("/webhooks/"));
}

/** Every mark of a document, in its order. */
export function readMarks(document: OpenApiDocument): Mark[] {
  const marks: Mark[] = [];
  visit(document, "");
  return marks;

  function visit(node: unknown, pointer: string): void {
    if (typeof node !== "object" || node === null) return;
    const mark = Object(node)["x-evidence"];
    if (mark !== undefined) marks.push({ pointer, mark });
    for (const [name, child] of Object.entries(node)) {
      if (!isData(pointer, name)) visit(child, `${pointer}/${encode(name)}`);
    }
  }
}

/** Examples and the like are no part of the description. A property may have any name. */
function isData(pointer: string, name: string): boolean {
  return /^(examples?|default|const|enum|x-evidence)$/.test(name) && !/\/(properties|schemas|headers)$/.test(pointer);
}

function isResponse(pointer: string): boolean {
  return namesIn(pointer).at(-2) === "responses";
}

function resolved(document: unknown, node: unknown): unknown {
  const reference: unknown = Object(node).$ref;
  return typeof reference === "string" ? valueAt(document, reference.slice(1)) : node;
}
