import { blocks, codeSpan, table } from "../operation-pages/markdown.ts";
import type { Api } from "../operation-pages/read-operations.ts";
import { writeContent } from "../operation-pages/write-body.ts";
import { asList, asObject, asText, type Json } from "../reference/json.ts";
import type { Draft } from "./twin.ts";

/** What the reference of an API holds that no page of an operation has: what is said of all, and its webhooks. */
export function draftApi(api: Api): Draft {
  const { id, document } = api;
  return {
    file: `reference/${id}.md`,
    title: document.info.title,
    description: asText(asObject(document.info).summary),
    source: blocks(
      `OpenAPI 3.1: [YAML](/spec/${id}.yaml), [JSON](/spec/${id}.json).`,
      asText(document.info.description),
      "## Servers",
      asList(document.servers).map(asObject).map(writeServer).join("\n"),
      ...writeResources(api),
      writeWebhooks(document),
    ),
  };
}

function writeServer({ url, description }: Json): string {
  return `- ${codeSpan(asText(url))}: ${asText(description)}`;
}

function writeResources({ id, document, operations }: Api): string[] {
  return asList(document.tags)
    .map(asObject)
    .filter(({ name }) => operations.some(({ tag }) => tag === name))
    .map(({ name, description }) => {
      const rows = operations
        .filter(({ tag }) => tag === name)
        .map(({ operationId, method, path, summary }) => [
          `[${operationId}](/reference/${id}/${operationId}/)`,
          codeSpan(`${method} ${path}`),
          summary,
        ]);
      return blocks(`## ${asText(name)}`, asText(description), table(["Operation", "Request", "Summary"], rows));
    });
}

function writeWebhooks(document: Json): string {
  const webhooks = Object.entries(asObject(document.webhooks)).map(([name, item]) => {
    const { summary, description, requestBody } = asObject(asObject(item).post);
    return blocks(
      `### ${name}`,
      `${asText(summary)}. ${asText(description)}`,
      writeContent(document, asObject(requestBody).content, name.toLowerCase()).replaceAll("](../../", "](../"),
    );
  });
  return webhooks.length === 0 ? "" : blocks("## Webhooks", ...webhooks);
}
