import { afterAll, describe, expect, test } from "vitest";
import { release } from "./release.ts";
import { copyWorkspace } from "./workspace.test.fixture.ts";

// Each builds the spec, with other tests beside it.
const LONG = 180_000;
const PUBLISHED = ["spec", "packages/types", "packages/client", "packages/msw", "packages/contract", "packages/serve"];
const FOLDERS = [...PUBLISHED, "apps/contract-test", "apps/sandbox", "apps/mock"];

// A release begins with what the one before it has left: these are one story, in this order.
describe("a workspace of which nothing is released", () => {
  const workspace = copyWorkspace();
  afterAll(() => workspace.remove());
  const said: string[] = [];
  const run = () => release(workspace.root, (line) => said.push(line));
  const versionOf = (folder: string) => JSON.parse(workspace.read(`${folder}/package.json`)).version;

  test("is not released without a changeset", async () => {
    await expect(run()).rejects.toThrow("There is nothing to release: .changeset/ has no changeset.");
  });

  test("is first released without a gate", { timeout: LONG }, async () => {
    workspace.write(".changeset/first.md", changeset("The first release.", "major", ["spec", "mock"]));
    await run();
    expect(said).toContain("The gate has nothing to compare with: this is the first release.");
    expect(said.at(-1)).toContain("Merge it into main.");
  });

  test("has one version everywhere then", () => {
    expect(FOLDERS.map(versionOf)).toEqual(FOLDERS.map(() => "1.0.0"));
    for (const api of ["octopi", "dataloy", "sandbox"]) {
      expect(workspace.read(`spec/${api}/openapi.yaml`)).toContain("\n  version: 1.0.0\n");
      expect(JSON.parse(workspace.read(`spec/released/${api}.json`)).info.version).toBe("1.0.0");
    }
  });

  test("leaves private packages alone", () => {
    expect(versionOf("apps/release")).toBe("0.1.0");
    expect(workspace.files()).not.toHaveProperty(["apps/release/CHANGELOG.md"]);
  });

  test("has a changelog for each package, and names all operations in that of the specs", () => {
    expect(workspace.read("apps/mock/CHANGELOG.md")).toContain("## 1.0.0\n\n### Major Changes\n\n- The first release.");
    expect(workspace.read("packages/client/CHANGELOG.md")).toContain("## 1.0.0");
    const changelog = workspace.read("spec/released/CHANGELOG.md");
    expect(changelog).toMatch(
      /^# Changelog of the specs\n[^#]*\n## 1\.0\.0\n\nThe first version\.\n\n### Octopi TOS\n\n18 operations: /,
    );
    expect(workspace.read("spec/dist/CHANGELOG.md")).toBe(changelog);
  });

  test("is not released with a breaking change that no changeset announces", { timeout: LONG }, async () => {
    const file = "spec/octopi/service-orders/schemas/ServiceOrder.yaml";
    workspace.write(file, workspace.read(file).replace(/^(required: .*)comment, /m, "$1"));
    workspace.write(".changeset/client.md", changeset("The client is faster.", "minor", ["client"]));
    await workspace.build();
    const before = workspace.files();
    await expect(run()).rejects.toThrow("The gate is not passed, so nothing is released.");
    expect(workspace.files()).toEqual(before);
  });

  test("tells in the spec's build what is not yet released", () => {
    const changelog = workspace.read("spec/dist/CHANGELOG.md");
    expect(changelog).toContain(
      "\n## Not yet released\n\n### Octopi TOS\n\nBreaking changes:\n\n- `ServiceOrder` in `listServiceOrders`, `createServiceOrder`, " +
        "`getServiceOrder`, `updateServiceOrder` and 2 more: Properties of `ServiceOrder` are no longer required: `comment`.\n\n## 1.0.0\n",
    );
  });

  test("is released as a new major version once it is announced", { timeout: LONG }, async () => {
    workspace.write(".changeset/comment.md", changeset("`comment` may be missing.", "major", ["spec", "client"]));
    await run();
    expect(versionOf("packages/serve")).toBe("2.0.0");
    expect(workspace.read("packages/client/CHANGELOG.md")).toMatch(
      /## 2\.0\.0\n\n### Major[^#]*may be missing[^#]*### Minor[^#]*faster/,
    );
    expect(workspace.read("spec/released/CHANGELOG.md")).toMatch(
      /\n## 2\.0\.0\n\n### Octopi TOS\n\nBreaking changes:\n[^#]*`comment`\.\n\n## 1\.0\.0\n/,
    );
    expect(
      JSON.parse(workspace.read("spec/released/octopi.json")).components.schemas.ServiceOrder.required,
    ).not.toContain("comment");
  });

  test("says that the specs are as they were where only the client changed", { timeout: LONG }, async () => {
    workspace.write(".changeset/client.md", changeset("The client is faster still.", "patch", ["client"]));
    await run();
    expect(workspace.read("spec/released/CHANGELOG.md")).toMatch(
      /\n## 2\.0\.1\n\nThe specs are as they were\.\n\n## 2\.0\.0\n/,
    );
    expect(workspace.read("spec/dist/CHANGELOG.md")).not.toContain("Not yet released");
  });

  test("is as it was when a step fails half-way", { timeout: LONG }, async () => {
    workspace.write(".changeset/client.md", changeset("The client is slower.", "patch", ["client"]));
    workspace.write("spec/octopi/service-orders/cancel.yaml", "put: {");
    const before = workspace.files();
    await expect(run()).rejects.toThrow(
      /node --run build ended with 1.*\nNothing is released, and all files are as they were/,
    );
    expect(workspace.files()).toEqual(before);
  });

  test("is not released where a release was broken off", async () => {
    workspace.write("spec/package.json", workspace.read("spec/package.json").replace('"2.0.1"', '"2.1.0"'));
    await expect(run()).rejects.toThrow(
      "spec/package.json has version 2.1.0, but spec/octopi/openapi.yaml has 2.0.1, ",
    );
  });
});

function changeset(summary: string, bump: string, packages: readonly string[]): string {
  return ["---", ...packages.map((name) => `"@quayside/${name}": ${bump}`), "---", "", summary, ""].join("\n");
}
