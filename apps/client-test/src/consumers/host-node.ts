import { existsSync } from "node:fs";
import { join } from "node:path";
import { outsidePath, runOutside } from "@quayside/release/run-outside";

/** The Node of the machine that the tests run on, or why there is none to test with. */
export type HostNode = { readonly path: string } | { readonly reason: string };

/** Finds the first `node` on PATH that no workspace brought, where it is another one than the workspace's and can `require()` a module. */
export async function findHostNode(environment: NodeJS.ProcessEnv): Promise<HostNode> {
  const path = outsidePath(environment)
    .map((folder) => join(folder, "node"))
    .find((file) => existsSync(file));
  if (path === undefined) return { reason: "this machine has no Node of its own on PATH" };
  const script = "console.log(process.version, process.features.require_module === true)";
  const [version, requires] = (await runOutside(path, ["-e", script], ".")).trim().split(" ");
  if (version === process.version) return { reason: `this machine's own Node is ${version} too` };
  if (requires !== "true") return { reason: `this machine's own Node is ${version}, which cannot require() a module` };
  return { path };
}
