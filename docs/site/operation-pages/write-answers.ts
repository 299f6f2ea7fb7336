import type { Json } from "../reference/json.ts";
import { blocks } from "./markdown.ts";
import type { Operation } from "./read-operations.ts";
import { writeContent } from "./write-body.ts";
import { writeHeaders } from "./write-parameters.ts";
import { writeMarks, writeText } from "./write-text.ts";

/** The answers of an operation, each below a heading. A body that an answer above has is not written again. */
export function writeAnswers(document: Json, responses: Operation["responses"]): string {
  return blocks(
    ...responses.map(({ status, response }, at) => {
      const earlier = responses
        .slice(0, at)
        .find((other) => JSON.stringify(other.response.content) === JSON.stringify(response.content));
      return blocks(
        `### Answer ${status}`,
        writeText(response.description),
        writeMarks(response["x-evidence"] === undefined ? [] : [response["x-evidence"]]),
        writeHeaders(document, response.headers),
        writeBody(document, status, response, earlier?.status),
      );
    }),
  );
}

function writeBody(document: Json, status: string, { content }: Json, earlier: string | undefined): string {
  if (content === undefined) return "No body.";
  if (earlier !== undefined) return `The same body as [answer ${earlier}](#${anchorOf(earlier)}).`;
  return writeContent(document, content, anchorOf(status));
}

function anchorOf(status: string): string {
  return `answer-${status.toLowerCase()}`;
}
