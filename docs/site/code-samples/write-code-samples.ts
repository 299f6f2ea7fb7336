import type { OpenApiDocument } from "../reference/read-bundle.ts";

/** A call of an operation in one language. */
export interface CodeSample {
  /** The language as Redoc and a fence name it, such as `python`. */
  lang: string;
  /** The language, or what the sample calls with, as people name it. */
  label: string;
  source: string;
}

/** The samples of an operation; none yet. */
export function writeCodeSamples(_document: OpenApiDocument, _operationId: string): CodeSample[] {
  return [];
}
