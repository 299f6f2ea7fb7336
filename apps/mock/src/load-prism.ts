import { createRequire } from "node:module";

/** What `@stoplight/prism-http` exports. */
export type PrismHttp = typeof import("@stoplight/prism-http");

const require = createRequire(import.meta.url);

/**
 * Loads Prism's engine without two parts that are never called here and take two thirds of the loading time:
 * the locales of faker (for schemas with the keyword `faker`) and the reader of Postman collections.
 */
export function loadPrism(): PrismHttp {
  const requireOfPrism = createRequire(require.resolve("@stoplight/prism-http"));
  leaveOut(requireOfPrism, "@faker-js/faker");
  leaveOut(requireOfPrism, "@stoplight/http-spec/postman/operation");
  const prism: PrismHttp = require("@stoplight/prism-http");
  // Else `dynamic=true` adds invented keys to every object that is open.
  requireOfPrism("json-schema-faker").JSONSchemaFaker.option({ fillProperties: false });
  return prism;
}

function leaveOut(requireOfPrism: NodeJS.Require, id: string): void {
  const filename = requireOfPrism.resolve(id);
  if (requireOfPrism.cache[filename] !== undefined) return;
  const empty: Partial<NodeJS.Module> = {
    id: filename,
    filename,
    loaded: true,
    exports: { default: {} },
    children: [],
  };
  requireOfPrism.cache[filename] = empty as NodeJS.Module;
}
