import { fileURLToPath } from "node:url";
import { checkBuiltSite } from "./build/check.ts";
import { buildPages } from "./build/pages.ts";
import { buildReferences } from "./build/references.ts";
import { buildTwins } from "./build/twins.ts";
import { checkTypes } from "./build/types.ts";
import { sealSite } from "./seal/seal-site.ts";
import { readSettings } from "./settings.ts";

/** What makes the site, in its order. Words behind the command choose among the steps: `node site/build.ts references seal check`. */
const steps = {
  made: () => import("./made/main.ts"),
  pages: buildPages,
  types: checkTypes,
  references: buildReferences,
  twins: buildTwins,
  seal: () => sealSite(fileURLToPath(readSettings().outFolder)),
  check: checkBuiltSite,
};

try {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((word) => !Object.hasOwn(steps, word));
  if (unknown !== undefined) {
    throw new Error(`"${unknown}" is no step of the build. The steps are ${Object.keys(steps).join(", ")}.`);
  }
  readSettings();
  for (const [name, run] of Object.entries(steps)) {
    if (chosen.length === 0 || chosen.includes(name)) await run();
  }
} catch (error) {
  console.error(error instanceof Error ? explain(error) : error);
  process.exitCode = 1;
}

/** Astro says where it stopped, and often what to do, beside its message. */
function explain(error: Error & { hint?: string; loc?: { file?: string; line?: number } }): string {
  const place = error.loc?.file === undefined ? undefined : `${error.loc.file}:${error.loc.line ?? 1}`;
  return [error.message, error.hint, place].filter(Boolean).join("\n");
}
