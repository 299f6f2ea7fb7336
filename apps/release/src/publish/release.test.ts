import { expect, test } from "vitest";
import { inOrder, type Release } from "./release.ts";

test("each release stands after those that it depends on, as a dependency or as a peer", () => {
  const releases = [
    release("app", { dependencies: { library: "1.0.0", other: "1.0.0" } }),
    release("library", { peerDependencies: { base: "1.0.0" } }),
    release("other", {}),
    release("base", { dependencies: { ajv: "8.0.0" } }),
  ];
  expect(inOrder(releases).map(({ manifest }) => manifest.name)).toEqual(["other", "base", "library", "app"]);
});

test("a circle of dependencies is refused", () => {
  const [a, b] = [release("a", { dependencies: { b: "1.0.0" } }), release("b", { dependencies: { a: "1.0.0" } })];
  expect(() => inOrder([a, b])).toThrow("These depend on each other in a circle: a, b.");
});

function release(name: string, needs: object): Release {
  return { file: `${name}.tgz`, manifest: { name, version: "1.0.0", ...needs } };
}
