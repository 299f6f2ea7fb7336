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
  const modules = ["@faker-js/faker", "@stoplight/http-spec/postman/operation"];
  const prism = withoutModules(requireOfPrism, modules, (): PrismHttp => require("@stoplight/prism-http"));
  // Else `dynamic=true` adds invented keys to every object that is open.
  requireOfPrism("json-schema-faker").JSONSchemaFaker.option({ fillProperties: false });
  return prism;
}

/** Loads with empty modules in the place of some, which whoever else needs them finds whole afterwards. */
function withoutModules<T>(requireOfPrism: NodeJS.Require, ids: readonly string[], load: () => T): T {
  const { cache } = requireOfPrism;
  const filenames = ids.map((id) => requireOfPrism.resolve(id)).filter((filename) => cache[filename] === undefined);
  for (const filename of filenames) {
    const empty: Partial<NodeJS.Module> = {
      id: filename,
      filename,
      loaded: true,
      exports: { default: {} },
      children: [],
    };
    cache[filename] = empty as NodeJS.Module;
  }
  try {
    return load();
  } finally {
    for (const filename of filenames) delete cache[filename];
  }
}
