import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addCodeSamples } from "../code-samples/add-code-samples.ts";
import { sampleLanguages } from "../code-samples/write-code-samples.ts";
import { docsFolder } from "../routes.ts";
import { annotate } from "./annotate.ts";
import { dressPage } from "./dress-page.ts";
import { listOperations } from "./list-operations.ts";
import { bundleFile, readBundle } from "./read-bundle.ts";

const require = createRequire(import.meta.url);

/**
 * Writes the Redoc page of an API to `dist/reference/<api>/` and its bundles to `dist/spec/`.
 *
 * @throws With Redocly's own words when it cannot render the bundle.
 */
export async function buildReference(api: string): Promise<void> {
  const document = await readBundle(api);
  await copyBundles(api);
  const annotated = await outputFile(`.astro/reference/${api}.json`);
  const shown = offerDownloads(annotate(addCodeSamples(document), "../../"), api);
  await writeFile(annotated, JSON.stringify(shown));
  const page = await outputFile(`dist/reference/${api}/index.html`);
  await runRedocly(annotated, page);
  await writeFile(page, dressPage(await readFile(page, "utf8"), api, listOperations(document)));
}

function offerDownloads<Described extends { info: { description?: string } }>(
  document: Described,
  api: string,
): Described {
  const line = `Download this description: [YAML](../../spec/${api}.yaml), [JSON](../../spec/${api}.json).`;
  return { ...document, info: { ...document.info, description: `${line}\n\n${document.info.description ?? ""}` } };
}

async function copyBundles(api: string): Promise<void> {
  for (const extension of ["json", "yaml"] as const) {
    await copyFile(bundleFile(`${api}.${extension}`), await outputFile(`dist/spec/${api}.${extension}`));
  }
}

async function outputFile(path: string): Promise<string> {
  const url = new URL(path, docsFolder);
  await mkdir(new URL(".", url), { recursive: true });
  return fileURLToPath(url);
}

async function runRedocly(document: string, page: string): Promise<void> {
  const cli = require.resolve("@redocly/cli/package.json").replace(/package\.json$/, "bin/cli.js");
  const template = fileURLToPath(new URL("template.hbs", import.meta.url));
  const config = await outputFile(".astro/reference/redocly.yaml");
  await writeFile(config, JSON.stringify({ openapi: redocOptions }));
  const args = [
    cli,
    "build-docs",
    document,
    "--inlineBundle",
    `--config=${config}`,
    `--template=${template}`,
    `--output=${page}`,
  ];
  await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    maxBuffer: 1 << 24,
  });
}

const redocOptions = {
  schemasExpansionLevel: 1,
  hideDownloadButtons: true,
  scrollYOffset: 56,
  // Redoc shows no sample in a language that it is not told of. The payload is the body alone.
  codeSamples: { languages: [...sampleLanguages, { lang: "payload", label: "Payload" }] },
};
