import { apis } from "../navigation.ts";
import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { makeSampleRequest } from "./make-sample-request.ts";
import { writeCurl } from "./write-curl.ts";
import { writeFetch } from "./write-fetch.ts";
import { writePython } from "./write-python.ts";
import { writeTypeScript } from "./write-typescript.ts";

/** A program that calls an operation once and prints the answer. */
export interface CodeSample {
  /** What to colour it as: `Shell`, `TypeScript`, `JavaScript` or `Python`. */
  lang: string;
  /** What to call it: `curl`, `TypeScript client`, `fetch` or `Python`. */
  label: string;
  /** Without a line break at its end. */
  source: string;
}

/** In the order in which samples are shown. */
const languages = [
  { lang: "Shell", label: "curl", write: writeCurl },
  { lang: "TypeScript", label: "TypeScript client", write: writeTypeScript },
  { lang: "JavaScript", label: "fetch", write: writeFetch },
  { lang: "Python", label: "Python", write: writePython },
] as const;

/** What samples there may be of an operation. */
export const sampleLanguages: readonly Omit<CodeSample, "source">[] = languages.map(({ lang, label }) => ({
  lang,
  label,
}));

/**
 * Writes the code samples of an operation, in the order in which they are shown; one with the client only where the API has a client.
 * They are made of the examples in the description, and read from the environment who calls and where the server is.
 *
 * @throws When the document has no such operation, or lacks an example that a request needs.
 */
export function writeCodeSamples(document: OpenApiDocument, operationId: string): CodeSample[] {
  const request = makeSampleRequest(document, operationId);
  const hasClient = apis.some(({ id }) => id === request.api);
  return languages
    .filter(({ write }) => write !== writeTypeScript || hasClient)
    .map(({ lang, label, write }) => ({ lang, label, source: write(request) }));
}
