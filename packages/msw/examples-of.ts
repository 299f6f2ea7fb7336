import { type Document, follow, type Operation, type Response } from "./spec-document.ts";

/** An example as the answer of an operation. */
export type ExampleReply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Collects the examples of an operation's answers. Where a name stands at several statuses, the first has it.
 *
 * @returns The replies by name, and their statuses.
 * @throws When a name stands for different bodies, a success with a body has no example, or an example is outside of the document.
 */
export function examplesOf(
  document: Document,
  operation: Operation,
): { statuses: Record<string, number>; examples: Record<string, ExampleReply> } {
  const found = new Map<string, ExampleReply>();
  for (const [status, given] of Object.entries(operation.responses ?? {})) {
    const response = follow(document, given);
    const bodies = bodiesOf(document, operation, response);
    if (status.startsWith("2") && response.content !== undefined && bodies.length === 0) {
      throw new Error(`${operation.operationId} has no example of its ${status}. Write one: the mock answers it.`);
    }
    for (const [name, body] of bodies) {
      const reply = { status: Number(status), body, ...headersOf(document, operation, response, body) };
      add(found, name, reply, operation);
    }
  }
  const statuses = Array.from(found, ([name, { status }]) => [name, status] as const);
  return { statuses: Object.fromEntries(statuses), examples: Object.fromEntries(found) };
}

function bodiesOf(document: Document, operation: Operation, { content = {} }: Response): [string, unknown][] {
  return Object.values(content)
    .flatMap(({ examples = {} }) => Object.entries(examples))
    .map(([name, given]) => {
      const example = follow(document, given);
      if (!("value" in example)) throw new Error(`${operation.operationId}: the example "${name}" has no value.`);
      return [name, example.value];
    });
}

/** Headers that the spec shows. A list that is empty has a total of none. */
function headersOf(
  document: Document,
  operation: Operation,
  { headers = {} }: Response,
  body: unknown,
): Pick<ExampleReply, "headers"> {
  const total = operation["x-pagination"]?.["total-header"];
  const isEmpty = Array.isArray(body) && body.length === 0;
  const shown = Object.entries(headers)
    .map(([name, header]) => [name, name === total && isEmpty ? 0 : follow(document, header).example] as const)
    .filter(([, example]) => example !== undefined)
    .map(([name, example]) => [name, String(example)]);
  return shown.length === 0 ? {} : { headers: Object.fromEntries(shown) };
}

function add(found: Map<string, ExampleReply>, name: string, reply: ExampleReply, { operationId }: Operation): void {
  const other = found.get(name);
  if (other === undefined) found.set(name, reply);
  else if (JSON.stringify(other.body) !== JSON.stringify(reply.body)) {
    throw new Error(`${operationId}: the example name "${name}" stands for two bodies. Give each its own.`);
  }
}
