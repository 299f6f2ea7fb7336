import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ApiChanges, Bundle, Change } from "./change.ts";
import { section } from "./changelog.ts";
import { refresh } from "./refresh.ts";
import { vessels, workspaceOf } from "./workspace.test.fixture.ts";
import { writeChangelog } from "./write-changelog.ts";

const BUNDLE = vessels({}) as unknown as Bundle;
const API: ApiChanges = { api: "vessels", title: "Vessels_2", changes: [], today: BUNDLE, released: BUNDLE };

function change(impact: Change["impact"], says: string, pointer = "/paths/~1vessel/get"): Change {
  return { impact, says, pointer, isGone: false };
}

test("a section has breaking changes first, then additions, then where words changed", () => {
  const changes = [
    change("patch", "`description` was changed.", "/components/schemas/Vessel"),
    change("minor", "Response `404` was added."),
    change("major", "Response `422` was removed."),
    change("patch", "`title` was changed.", "/info"),
  ];
  expect(section("1.1.0", [{ ...API, changes }])).toBe(`## 1.1.0

### Vessels\\_2

Breaking changes:

- \`getVessel\`: Response \`422\` was removed.

Additions, and what is otherwise allowed or promised now:

- \`getVessel\`: Response \`404\` was added.

Descriptions, examples or marks were changed in \`Vessel\`, the API as a whole.
`);
});

test("what a name or a pattern has of Markdown is read as it is written, but for code", () => {
  const says = "`pattern` of `a_b` changed from '^[a-z_]*<b>$' to '{x}\n# no heading'.";
  expect(section("1.0.0", [{ ...API, changes: [change("major", says)] }])).toContain(
    "- `getVessel`: `pattern` of `a_b` changed from '^\\[a-z\\_\\]\\*\\<b\\>\\$' to '\\{x\\} \\# no heading'.\n",
  );
});

test("an API that did not change is not named", () => {
  expect(section("1.0.0", [API])).toBe("## 1.0.0\n\nThe specs are as they were.\n");
});

test("before a first release all operations are not yet released", async () => {
  const root = workspaceOf({ "spec/redocly.yaml": "apis: { vessels: {} }", "spec/dist/vessels.json": vessels({}) });
  await writeChangelog(root);
  const changelog = readFileSync(join(root, "spec/dist/CHANGELOG.md"), "utf8");
  expect(changelog).toMatch(
    /^# Changelog of the specs\n[^#]*\n## Not yet released\n\n[^#]*### Vessels\n\n1 operation: `getVessel`\.\n$/,
  );
});

test("a version that is released is not released again", async () => {
  const root = workspaceOf({ "spec/redocly.yaml": "apis: { vessels: {} }", "spec/dist/vessels.json": vessels({}) });
  await refresh(root);
  await expect(refresh(root)).rejects.toThrow("spec/released/CHANGELOG.md has version 1.0.0 already.");
});

test("bundles of two versions are not released", async () => {
  const root = workspaceOf({ "spec/redocly.yaml": "apis: { a: {}, b: {} }", "spec/dist/a.json": vessels({}) });
  writeFileSync(join(root, "spec/dist/b.json"), JSON.stringify(vessels({}, "2.0.0")));
  await expect(refresh(root)).rejects.toThrow("The bundles in spec/dist/ have no one version (1.0.0, 2.0.0).");
});

test("the bundle of an API that is gone is gone from what is released", async () => {
  const files = {
    "spec/redocly.yaml": "apis: { a: {}, b: {} }",
    "spec/dist/a.json": vessels({}),
    "spec/dist/b.json": vessels({}),
  };
  const root = workspaceOf(files);
  await refresh(root);
  writeFileSync(join(root, "spec/redocly.yaml"), "apis: { a: {} }");
  writeFileSync(join(root, "spec/dist/a.json"), JSON.stringify(vessels({}, "2.0.0")));
  await refresh(root);
  expect(() => readFileSync(join(root, "spec/released/b.json"))).toThrow("ENOENT");
  expect(readFileSync(join(root, "spec/released/CHANGELOG.md"), "utf8")).toContain(
    "The API was removed, with its 1 operation.",
  );
});
