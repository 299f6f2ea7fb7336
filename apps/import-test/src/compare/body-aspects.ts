import type { ImportedAnswer, ImportedRequest } from "../collection.ts";
import type { DescribedOperation } from "../described/describe.ts";
import { type Aspect, hasText, isSame, type Outcome, perOperation } from "./aspect.ts";

/** Bodies of requests, and answers. */
export const bodyAspects: readonly Aspect[] = [
  perOperation("Request bodies: media type", ({ requestBody }, request) =>
    Object.keys(requestBody?.content ?? {}).map((type) => [type, request?.body?.contentType === type]),
  ),
  perOperation("Request bodies: the first example, ready to send", ({ bodies }, request) =>
    bodies.filter(({ isFirst }) => isFirst).map(({ name, value }) => [name, isSame(request?.body?.value, value)]),
  ),
  perOperation("Request bodies: all other examples, in saved answers", ({ bodies }, request) =>
    bodies
      .filter(({ isFirst }) => !isFirst)
      .map(({ name, value }) => [name, request?.answers.some((answer) => isSame(answer.requestBody, value)) === true]),
  ),
  perOperation("Answers: one for each status", ({ responses }, request) =>
    Object.keys(responses).map((status) => [
      status,
      request?.answers.some((answer) => answer.status === status) === true,
    ]),
  ),
  perOperation("Answers: descriptions", ({ responses }, request) =>
    Object.entries(responses).map(([status, { description }]) => [
      status,
      of(status, request).some((answer) => hasText(answer.description, description)),
    ]),
  ),
  perOperation("Answers: headers", ({ responses }, request) =>
    Object.entries(responses).flatMap(([status, { headers = {} }]) =>
      Object.keys(headers).map(
        (name): Outcome => [`${status} ${name}`, of(status, request).some((answer) => answer.headers.includes(name))],
      ),
    ),
  ),
  perOperation("Answers: the first example of the first media type", (operation, request) =>
    examples(operation, request, (isFirst) => isFirst),
  ),
  perOperation("Answers: all other examples", (operation, request) =>
    examples(operation, request, (isFirst) => !isFirst),
  ),
  perOperation("Answers: summaries of the examples", ({ answers }, request) =>
    answers.flatMap(({ status, name, summary = "" }): Outcome[] =>
      summary === ""
        ? []
        : [[`${status} ${name}`, of(status, request).some((answer) => hasText(answer.name, summary))]],
    ),
  ),
];

function of(status: string, request: ImportedRequest | undefined): ImportedAnswer[] {
  return request?.answers.filter((answer) => answer.status === status) ?? [];
}

/** The first example of a status' first media type, or all the others. */
function examples(
  { answers }: DescribedOperation,
  request: ImportedRequest | undefined,
  isWanted: (isFirst: boolean) => boolean,
): Outcome[] {
  return answers
    .filter((answer) => isWanted(answer === answers.find(({ status }) => status === answer.status)))
    .map(({ status, contentType, name, value }) => {
      const same = of(status, request).filter((answer) => answer.contentType === contentType);
      return [`${status} ${name}`, same.some((answer) => isSame(answer.body, value))];
    });
}
