import type { CodeSample } from "../code-samples/write-code-samples.ts";
import { blocks, fence } from "./markdown.ts";
import type { Api, Operation } from "./read-operations.ts";
import { writeAnswers } from "./write-answers.ts";
import { writeContent } from "./write-body.ts";
import { writeCredentials } from "./write-credentials.ts";
import { writeHints } from "./write-hints.ts";
import { writeParameters } from "./write-parameters.ts";
import { type Known, writeSeeAlso } from "./write-see-also.ts";
import { writeText } from "./write-text.ts";

/**
 * The page of an operation, as Markdown that needs nothing else to be understood.
 *
 * @param samples - Calls of it; the page has no such section without them.
 * @param known - What else the site has: its links are found there.
 */
export function writeOperation(api: Api, operation: Operation, samples: readonly CodeSample[], known: Known): string {
  const { document } = api;
  const { method, path } = operation;
  const page = blocks(
    `# ${titleOf(api, operation)}`,
    fence("http", `${method} ${path}`),
    writeText(operation.description),
    writeHints(api, operation),
    section("Samples", writeSamples(samples)),
    section("Credentials", writeCredentials(api, operation)),
    section("Parameters", writeParameters(document, operation.parameters)),
    section("Request body", writeRequestBody(api, operation)),
    section("Answers", writeAnswers(document, operation.responses)),
  );
  return `${blocks(page, section("See also", writeSeeAlso(api, operation, page, known)))}\n`;
}

/** The title of an operation's page: what it does, its name, its API. */
export function titleOf(api: Pick<Api, "name">, { summary, operationId }: Pick<Operation, "summary" | "operationId">) {
  return `${summary}: ${operationId} (${api.name})`;
}

function section(title: string, text: string): string {
  return text === "" ? "" : `## ${title}\n\n${text}`;
}

function writeSamples(samples: readonly CodeSample[]): string {
  return blocks(...samples.map(({ lang, label, source }) => blocks(`### ${label}`, fence(lang.toLowerCase(), source))));
}

function writeRequestBody({ document }: Api, { requestBody }: Operation): string {
  if (requestBody === undefined) return "";
  return blocks(
    writeText(requestBody.description),
    writeContent(
      document,
      requestBody.content,
      "request-body",
      requestBody.required === true ? "Required body" : "Optional body",
    ),
  );
}
