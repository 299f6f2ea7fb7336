import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apisOf, ROOT, readBundle } from "./workspace.ts";

test.for(apisOf(ROOT))("%s has the package's version, and so has what is released of it", (api) => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "spec/package.json"), "utf8"));
  expect(readBundle(ROOT, "dist", api)?.bundle.info.version).toBe(version);
  expect(readBundle(ROOT, "released", api)?.bundle.info.version ?? version).toBe(version);
});
