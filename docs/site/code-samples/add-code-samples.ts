import { listOperations } from "../reference/list-operations.ts";
import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { writeCodeSamples } from "./write-code-samples.ts";

/** A copy of an OpenAPI document whose operations carry their code samples as `x-codeSamples`, which Redoc shows. */
export function addCodeSamples(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  for (const { operationId, path, method } of listOperations(document)) {
    const operation = Object(copy.paths[path])[method.toLowerCase()];
    operation["x-codeSamples"] = writeCodeSamples(document, operationId);
  }
  return copy;
}
