import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sampleLanguages } from "../code-samples/write-code-samples.ts";
import { docsFolder } from "../routes.ts";
import { readSettings } from "../settings.ts";
import { annotatedBundle } from "./annotated-bundle.ts";
import { type Dress, dressPage } from "./dress-page.ts";
import { listOperations } from "./list-operations.ts";
import { bundleFile, readBundle } from "./read-bundle.ts";

const require = createRequire(import.meta.url);

/**
 * Writes the Redoc page of an API to `reference/<api>/` of the built site, and its bundles to `spec/`.
 *
 * @throws With Redocly's own words when it cannot render the bundle.
 */
export async function buildReference(api: string): Promise<void> {
  const { outFolder } = readSettings();
  await copyBundles(api, outFolder);
  const given = await placeFor(`.astro/reference/${api}.json`, docsFolder);
  await writeFile(given, JSON.stringify(await annotatedBundle(api)));
  const page = await placeFor(`reference/${api}/index.html`, outFolder);
  await runRedocly(given, page);
  await writeFile(page, dressPage(await readFile(page, "utf8"), await dressFor(api)));
}

async function dressFor(api: string): Promise<Dress> {
  const document = await readBundle(api);
  const description = document.info.summary ?? document.info.title;
  return { api, description, operations: listOperations(document), settings: readSettings() };
}

async function copyBundles(api: string, outFolder: URL): Promise<void> {
  for (const extension of ["json", "yaml"] as const) {
    await copyFile(bundleFile(`${api}.${extension}`), await placeFor(`spec/${api}.${extension}`, outFolder));
  }
}

async function placeFor(path: string, folder: URL): Promise<string> {
  const url = new URL(path, folder);
  await mkdir(new URL(".", url), { recursive: true });
  return fileURLToPath(url);
}

async function runRedocly(document: string, page: string): Promise<void> {
  const cli = require.resolve("@redocly/cli/package.json").replace(/package\.json$/, "bin/cli.js");
  const template = fileURLToPath(new URL("template.hbs", import.meta.url));
  const config = await placeFor(".astro/reference/redocly.yaml", docsFolder);
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
