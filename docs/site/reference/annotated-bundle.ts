import { addCodeSamples } from "../code-samples/add-code-samples.ts";
import { annotate } from "./annotate.ts";
import { type OpenApiDocument, readBundle } from "./read-bundle.ts";

/** The description of an API as Redoc is given it: with code samples and marks, and with links to the plain bundles. */
export async function annotatedBundle(api: string): Promise<OpenApiDocument> {
  return offerDownloads(annotate(addCodeSamples(await readBundle(api)), "../../"), api);
}

function offerDownloads(document: OpenApiDocument, api: string): OpenApiDocument {
  const line = `Download this description: [YAML](../../spec/${api}.yaml), [JSON](../../spec/${api}.json).`;
  return { ...document, info: { ...document.info, description: `${line}\n\n${document.info.description ?? ""}` } };
}
