import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mirrorWorkspace } from "@quayside/mirror";
import { PLACES } from "./commands.ts";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Makes a mirror in which today's specs are the released ones and no changeset is pending, whatever is going on in the workspace.
 *
 * @returns Its folder, which is under `dist/`.
 */
export async function openMirror(name: string): Promise<string> {
  const mirror = join(workspace, "apps/contributing-test/dist", name);
  await rm(mirror, { recursive: true, force: true });
  await mirrorWorkspace(mirror, PLACES, { with: ["mutants"] });
  for (const api of ["octopi", "dataloy", "sandbox"]) {
    await cp(join(mirror, `spec/dist/${api}.json`), join(mirror, `spec/released/${api}.json`));
  }
  await mkdir(join(mirror, ".changeset"));
  await cp(join(workspace, ".changeset/config.json"), join(mirror, ".changeset/config.json"));
  return mirror;
}
