import { createRequire } from "node:module";
import type { Collection } from "../collection.ts";
import type { BrunoCollection } from "./bruno-collection.ts";
import { readRequest } from "./bruno-request.ts";
import type { Program } from "./program.ts";

const require = createRequire(import.meta.url);

/** Bruno, by the importer that it uses itself. */
export const bruno: Program = {
  name: "Bruno",
  importer: importerName(),
  async importBundle(text) {
    // The package has no types of its own. The settings are those of `bru import openapi`.
    const { openApiToBruno } = require("@usebruno/converters");
    return readCollection(openApiToBruno(text, { groupBy: "tags" }));
  },
};

function importerName(): string {
  const { name, version } = createRequire(import.meta.url)("@usebruno/converters/package.json");
  return `${name} ${version}`;
}

/** Reads a collection as Bruno has it in its files. */
export function readCollection(made: BrunoCollection): Collection {
  const variables = made.environments.flatMap((environment) => environment.variables);
  const filled = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
  return {
    name: made.name,
    description: made.root.docs ?? "",
    variables: filled,
    folders: made.items.map(({ name, root }) => ({ name, description: root.docs ?? "" })),
    requests: made.items.flatMap((folder) =>
      folder.items.map((item) => readRequest(item, folder.name, made.root.request.auth, filled)),
    ),
    text: JSON.stringify(made),
  };
}
