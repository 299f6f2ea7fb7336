import { expect, test } from "vitest";
import { apis, readBundle } from "./bundles.ts";
import type { Collection } from "./collection.ts";
import { findLosses } from "./compare/find-losses.ts";
import { measure } from "./compare/measure.ts";
import { brunoLosses } from "./losses/bruno.ts";
import { postmanLosses } from "./losses/postman.ts";
import { bruno } from "./programs/bruno.ts";
import { postman } from "./programs/postman.ts";

const programs = [
  { program: postman, losses: postmanLosses },
  { program: bruno, losses: brunoLosses },
];

test.each(programs)(
  "an import into $program.name loses what is known, and nothing else",
  async ({ program, losses }) => {
    expect(findLosses(await measure(program))).toEqual(losses);
  },
);

const pairs = programs.flatMap(({ program }) => apis.map((api) => ({ program, api })));

test.each(pairs)("$program.name makes the same of $api in JSON and in YAML", async ({ program, api }) => {
  const [json, yaml] = [await readBundle(api, "json"), await readBundle(api, "yaml")];
  expect(facts(await program.importBundle(json))).toEqual(facts(await program.importBundle(yaml)));
});

/** A collection without its functions, and without the texts, which have a new id in them each time. */
function facts(collection: Collection): unknown {
  return JSON.parse(JSON.stringify(collection, (name, value) => (name === "text" ? undefined : value)));
}
