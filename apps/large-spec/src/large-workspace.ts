import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mirrorWorkspace } from "@quayside/mirror";
import { writeDescription } from "./write-description.ts";

/** The description that is copied. */
export const OWN: string = fileURLToPath(new URL("../../../spec/octopi", import.meta.url));

/** The packages that read the spec, directly or through one another. */
const READERS = [
  "spec",
  "packages/types",
  "packages/client",
  "packages/contract",
  "apps/client-reference",
  "apps/contract-test",
  "docs",
];

/**
 * Mirrors the workspace with an Octopi description of so many operations.
 *
 * @param folder - Is made; nothing may be in it.
 */
export async function makeLargeWorkspace(folder: string, operations: number): Promise<void> {
  await mirrorWorkspace(folder, READERS);
  await rm(join(folder, "spec/octopi"), { recursive: true });
  await writeDescription(OWN, join(folder, "spec/octopi"), operations);
}
