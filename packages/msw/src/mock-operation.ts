import { type HttpHandler, http } from "msw";
import type { Definition, PlainDefinition, PlainReply } from "./definition.js";
import type { ExampleStatuses, MockOptions, OperationMock } from "./operation-types.js";
import { pathPattern } from "./path-pattern.js";
import { type PlainRequest, readRequest } from "./read-request.js";
import { respond } from "./respond.js";

type PlainAnswer = PlainReply | string;
type PlainAnswerer = (request: PlainRequest) => PlainAnswer | Promise<PlainAnswer>;

/** Makes the mock of one operation. */
export function mockOperation<Operation, Examples extends ExampleStatuses>(
  definition: Definition<Operation, Examples>,
): OperationMock<Operation, Examples> {
  const plain: PlainDefinition = definition;
  const mock = (answer?: PlainAnswer | PlainAnswerer, options?: MockOptions) => handle(plain, answer, options);
  const example = (name: string) => structuredClone(exampleOf(plain, name));
  const members = { operationId: plain.operationId, example };
  // The one claim about types: the definition's examples and media types are the operation's, for both are made from one spec.
  return Object.assign(mock, members) as unknown as OperationMock<Operation, Examples>;
}

function handle(
  definition: PlainDefinition,
  answer: PlainAnswer | PlainAnswerer = success(definition),
  { origin, once = false }: MockOptions = {},
): HttpHandler {
  const pattern = pathPattern(definition.path, origin);
  // A wrong name is reported where it stands, not when it is asked for.
  const given = typeof answer === "function" ? answer : replyOf(definition, answer);
  return http[definition.method](
    pattern,
    async ({ request }) => {
      if (typeof given !== "function") return respond(definition, given);
      const answered = await given(await readRequest(definition, pattern, request));
      return respond(definition, replyOf(definition, answered));
    },
    { once },
  );
}

/** The first example of a success; without one, the success that has no body. */
function success({ examples, mediaTypes }: PlainDefinition): PlainReply {
  const isSuccess = (status: number) => status >= 200 && status < 300;
  const example = Object.values(examples).find(({ status }) => isSuccess(status));
  return example ?? { status: Object.keys(mediaTypes).map(Number).find(isSuccess) ?? 204 };
}

function replyOf(definition: PlainDefinition, answer: PlainAnswer): PlainReply {
  return typeof answer === "string" ? exampleOf(definition, answer) : answer;
}

function exampleOf({ operationId, examples }: PlainDefinition, name: string): PlainReply {
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
  if (example !== undefined) return example;
  throw new Error(`${operationId} has no example "${name}"; the spec has ${Object.keys(examples).join(", ")}.`);
}
