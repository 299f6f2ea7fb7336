import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cost, measure } from "./measure.ts";

/** A step that a description goes through, in a mirrored workspace. */
export interface Stage {
  readonly name: string;
  run(mirror: string): Promise<Cost>;
}

/** All of them, in the order in which each needs what the one before it wrote. */
export const STAGES: readonly Stage[] = [
  script("bundle", "spec", "build"),
  script("lint", "spec", "lint"),
  script("types", "packages/types", "build"),
  program("contract", "check-examples.ts"),
  script("docs", "docs", "build"),
  program("contract tests", "run-contract-tests.ts"),
];

/** A script of a package, as `pnpm build` runs it. */
function script(name: string, place: string, of: string): Stage {
  return { name, run: (mirror) => measure(["--run", of], join(mirror, place)) };
}

/** A program of this folder that is told where the workspace is. */
function program(name: string, file: string): Stage {
  return { name, run: (mirror) => measure([fileURLToPath(new URL(file, import.meta.url)), mirror], mirror) };
}
