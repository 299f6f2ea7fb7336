import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import dataloy from "../dist/dataloy.json" with { type: "json" };
import octopi from "../dist/octopi.json" with { type: "json" };

// What the vendors print as requests and answers, with their numbers and their typing errors mended (D-03 to D-09), and with
// neutral names and texts. 31 April and `:80:80` are theirs: the spec takes both.
const folder = new URL("worked-examples/", import.meta.url);

test.each([
  ["octopi", octopi],
  ["dataloy", dataloy],
])("%s: the spec takes every worked example of the vendor's page", (api, bundle) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(bundle, "bundle");
  const refused = readdirSync(new URL(`${api}/`, folder)).flatMap((name) => {
    const [operationId = "", direction = ""] = name.split(".");
    const example = JSON.parse(readFileSync(new URL(`${api}/${name}`, folder), "utf8"));
    const pointer = schemaOf(bundle, operationId, direction);
    return ajv.validate({ $ref: `bundle#${pointer}` }, example) ? [] : [`${name}: ${ajv.errorsText()}`];
  });
  expect(refused).toEqual([]);
});

test("a worked example that is bent is refused", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(octopi, "bundle");
  const $ref = `bundle#${schemaOf(octopi, "updateServiceOrder", "request")}`;
  expect(ajv.validate({ $ref }, { service_order: { order_number: "A", due_at: "2024-04-32T00:00:00Z" } })).toBe(false);
});

/** Where the JSON schema of an operation's request or 200 stands in a bundle. */
function schemaOf(bundle: { paths: object }, operationId: string, direction: string): string {
  for (const [path, item] of Object.entries(bundle.paths)) {
    for (const [method, operation] of Object.entries<{ operationId?: string }>(item)) {
      if (operation.operationId !== operationId) continue;
      const message = direction === "request" ? "requestBody" : "responses/200";
      return `/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${method}/${message}/content/application~1json/schema`;
    }
  }
  throw new Error(`${operationId} is in no worked example's API; name the file after an operationId.`);
}
