import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** Writes a workspace of some files, which is gone when the test is over. `.changeset` is there in any case. */
export function workspaceOf(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), "quayside-gate-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, ".changeset"));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), typeof content === "string" ? content : JSON.stringify(content));
  }
  return root;
}

/** A small API about vessels. */
export function vessels(properties: object, version = "1.0.0"): object {
  const schema = { $ref: "#/components/schemas/Vessel" };
  const responses = { 200: { description: "It.", content: { "application/json": { schema } } } };
  return {
    openapi: "3.1.0",
    info: { title: "Vessels API", version },
    paths: { "/vessel": { get: { operationId: "getVessel", responses } } },
    components: { schemas: { Vessel: { type: "object", properties } } },
  };
}

/** A changeset's file. */
export function changeset(packages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(packages).map(([name, bump]) => `"@quayside/${name}": ${bump}`);
  return ["---", ...lines, "---", "", "Something is otherwise.", ""].join("\n");
}

/** Runs the gate's command. */
export function runGate(root: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, root], (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
