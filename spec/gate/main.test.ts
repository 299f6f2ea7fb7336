import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeset, runGate, vessels, workspaceOf } from "./workspace.test.fixture.ts";

const APIS = "apis: { vessels: {} }\n";
const OLD = vessels({ imo: { type: "string" }, name: { type: "string" } });
const BROKEN = vessels({ imo: { type: "string" } });
const WIDER = vessels({ imo: { type: "string" }, name: { type: "string" }, flag: { type: "string" } });
const LINES = {
  "/components/schemas/Vessel": "vessels/Vessel.yaml:1",
  "/components/schemas/Vessel/properties": "vessels/Vessel.yaml:3",
};

function workspace(today: object, changesets: Record<string, string> = {}): string {
  const files = Object.entries(changesets).map(([name, text]) => [`.changeset/${name}.md`, text]);
  return workspaceOf({
    "spec/redocly.yaml": APIS,
    "spec/released/vessels.json": OLD,
    "spec/dist/vessels.json": today,
    "spec/dist/vessels.lines.json": LINES,
    ...Object.fromEntries(files),
  });
}

describe.concurrent("the gate is passed, with 0,", () => {
  test("by specs that are as they were released, whatever their version is", async () => {
    const { code, stdout } = await runGate(
      workspace(vessels({ imo: { type: "string" }, name: { type: "string" } }, "9.9.9")),
    );
    expect([code, stdout]).toEqual([0, "The specs are as they were released.\n"]);
  });

  test("by a breaking change that a major changeset of the spec announces", async () => {
    const { code, stdout } = await runGate(workspace(BROKEN, { cat: changeset({ spec: "major" }) }));
    expect(stdout).toContain("Vessels: 1 breaking change, 0 additions, 0 changes of words\n");
    expect(stdout).toContain("The gate is passed: .changeset/cat.md makes @quayside/spec major.");
    expect(code).toBe(0);
  });

  test("by an addition that a minor one announces", async () => {
    expect((await runGate(workspace(WIDER, { cat: changeset({ spec: "minor" }) }))).code).toBe(0);
  });

  test("by other words without a changeset", async () => {
    const { code, stdout } = await runGate(workspace({ ...OLD, info: { title: "Ships API", version: "1.0.0" } }));
    expect(stdout).toBe(
      "Ships: 0 breaking changes, 0 additions, 1 change of words\nThe gate is passed: they need no changeset.\n",
    );
    expect(code).toBe(0);
  });

  test("by the changeset that it proposes", async () => {
    const root = workspace(BROKEN);
    const { stdout } = await runGate(root);
    const [, file = "", text = ""] = /create (\S+) with this text[^\n]*\n\n([\s\S]*)$/.exec(stdout) ?? [];
    writeFileSync(join(root, file), text);
    expect((await runGate(root)).code).toBe(0);
  });
});

describe.concurrent("the gate is not passed, with 1,", () => {
  test("by a breaking change without a changeset: all that is to know stands there", async () => {
    const { code, stdout } = await runGate(workspace(BROKEN));
    expect(code).toBe(1);
    expect(stdout).toBe(`Vessels

  breaking  \`Vessel\` in \`getVessel\`
            Property \`name\` of \`Vessel\` was removed.
            was at /components/schemas/Vessel/properties/name; what is left is at spec/vessels/Vessel.yaml:3

What breaks the users of spec, types and client must be announced. No changeset makes @quayside/spec major.
Take the change back, or create .changeset/vessels-vessel.md with this text, in your own words where they are better:

---
"@quayside/spec": major
"@quayside/types": major
"@quayside/client": major
---

Vessels, \`Vessel\` in \`getVessel\`: Property \`name\` of \`Vessel\` was removed.
`);
  });

  test("by a breaking change that is announced as an addition", async () => {
    const { code, stdout } = await runGate(workspace(BROKEN, { cat: changeset({ spec: "minor" }) }));
    expect(stdout).toContain(
      ".changeset/cat.md makes @quayside/spec minor: write major there and say why, or write another one.",
    );
    expect(code).toBe(1);
  });

  test("by a breaking change beside a major changeset of the client only", async () => {
    const { code, stdout } = await runGate(workspace(BROKEN, { cat: changeset({ client: "major" }) }));
    expect(stdout).toContain("No changeset makes @quayside/spec major.");
    expect(code).toBe(1);
  });

  test("by an addition without a changeset, for which a minor one is proposed", async () => {
    const { code, stdout } = await runGate(workspace(WIDER));
    expect(stdout).toContain(
      "  addition  `Vessel` in `getVessel`\n            Property `flag` of `Vessel` was added.\n",
    );
    expect(stdout).toContain('"@quayside/spec": minor');
    expect(code).toBe(1);
  });

  test("by an addition that is announced as a patch", async () => {
    expect((await runGate(workspace(WIDER, { cat: changeset({ spec: "patch" }) }))).code).toBe(1);
  });

  test("by an API that is gone", async () => {
    const root = workspace(OLD);
    writeFileSync(join(root, "spec/redocly.yaml"), "apis: {}\n");
    const { code, stdout } = await runGate(root);
    expect(stdout).toContain(
      "  breaking  the whole API\n            The API was removed, with its 1 operation.\n            was at /\n",
    );
    expect(code).toBe(1);
  });

  test("by an API that is new", async () => {
    const root = workspace(OLD);
    writeFileSync(join(root, "spec/redocly.yaml"), "apis: { vessels: {}, ports: {} }\n");
    writeFileSync(join(root, "spec/dist/ports.json"), JSON.stringify(OLD));
    const { code, stdout } = await runGate(root);
    expect(stdout).toContain("  addition  the whole API\n            The API was added, with 1 operation.\n");
    expect(code).toBe(1);
  });

  test("and proposes a name that no changeset has", async () => {
    const { stdout } = await runGate(workspace(BROKEN, { "vessels-vessel": changeset({ client: "patch" }) }));
    expect(stdout).toContain("create .changeset/vessels-vessel-2.md");
  });
});

describe.concurrent("the gate cannot tell, with 2,", () => {
  test("where nothing is released, and says which command releases", async () => {
    const root = workspace(OLD);
    rmSync(join(root, "spec/released"), { recursive: true });
    const { code, stderr } = await runGate(root);
    expect(stderr).toBe(
      'There is no released spec in spec/released/ to compare with. Run "pnpm release": the first one makes it.\n',
    );
    expect(code).toBe(2);
  });

  test("where the spec is not built, and says which command builds it", async () => {
    const root = workspace(OLD);
    rmSync(join(root, "spec/dist"), { recursive: true });
    const { code, stderr } = await runGate(root);
    expect(stderr).toBe('There is no bundle spec/dist/vessels.json. Run "pnpm --filter @quayside/spec build" first.\n');
    expect(code).toBe(2);
  });

  test("where a file is no changeset", async () => {
    const { code, stderr } = await runGate(workspace(BROKEN, { cat: "Just words." }));
    expect(stderr).toContain("could not parse changeset");
    expect(code).toBe(2);
  });

  test("where a bundle refers to nothing, with Redocly's words", async () => {
    const { code, stderr } = await runGate(workspace(vessels({ name: { $ref: "#/components/schemas/Name" } })));
    expect(stderr).toMatch(/redocly diff could not compare .*vessels\.json/);
    expect(stderr).toContain("Can't resolve $ref");
    expect(code).toBe(2);
  });
});
