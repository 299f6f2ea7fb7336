import { expect, test } from "vitest";
import { requireBuilt } from "./require-built.ts";

const devDependencies = { "@quayside/spec": "workspace:*", vitest: "1.0.0" };

test("a published package that this app depends on is built before it is packed", () => {
  expect(() => requireBuilt(["@quayside/spec"], { devDependencies })).not.toThrow();
});

test("a published package that this app does not depend on is refused, with the line to add", () => {
  expect(() => requireBuilt(["@quayside/spec", "@quayside/new"], { devDependencies })).toThrow(
    'Add "@quayside/new": "workspace:*" to devDependencies in apps/release/package.json, or make it private.',
  );
});
