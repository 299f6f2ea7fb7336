import { createRequire } from "node:module";
import type { Collection } from "../collection.ts";
import type { PostmanCollection } from "./postman-collection.ts";
import { readRequest, textOf } from "./postman-request.ts";
import type { Program } from "./program.ts";

const require = createRequire(import.meta.url);

/** Postman, by the importer that it uses itself. */
export const postman: Program = {
  name: "Postman",
  importer: importerName(),
  importBundle: (text) => importWith(settings, text),
};

function importerName(): string {
  const { name, version } = require("openapi-to-postmanv2/package.json");
  return `${name} ${version}`;
}

/** What the guide has its reader choose in the settings of an import; the others stay as they are. */
export const settings = { folderStrategy: "Tags", parametersResolution: "Example", enableOptionalParameters: false };

/**
 * Imports a bundle with other settings.
 *
 * @param settings - By their ids in the importer's own list.
 */
export async function importWith(settings: Readonly<Record<string, unknown>>, text: string): Promise<Collection> {
  return readCollection(await convert(settings, text));
}

interface Answer {
  readonly reason?: string;
  readonly output?: readonly [{ readonly data: PostmanCollection }];
}

function convert(settings: Readonly<Record<string, unknown>>, text: string): Promise<PostmanCollection> {
  // The package has no types of its own.
  const { convertV2 } = require("openapi-to-postmanv2");
  return new Promise((resolve, reject) => {
    convertV2({ type: "string", data: text }, settings, (error: Error | null, answer: Answer) => {
      if (error !== null) reject(error);
      else if (answer.output === undefined)
        reject(new Error(`Postman's importer refuses the bundle: ${answer.reason}`));
      else resolve(answer.output[0].data);
    });
  });
}

function readCollection(made: PostmanCollection): Collection {
  const variables = Object.fromEntries(made.variable.map(({ key, value }) => [key, String(value)]));
  return {
    name: made.info.name,
    description: textOf(made.info.description),
    variables,
    folders: made.item.map(({ name, description }) => ({ name, description: textOf(description) })),
    requests: made.item.flatMap((folder) =>
      folder.item.map((item) => readRequest(item, folder.name, made.auth, variables)),
    ),
    text: JSON.stringify(made),
  };
}
