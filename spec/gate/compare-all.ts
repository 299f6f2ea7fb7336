import { readdirSync } from "node:fs";
import { join } from "node:path";
import { countOf } from "./affected.ts";
import type { ApiChanges, Change } from "./change.ts";
import { compare, type Described } from "./compare.ts";
import { apisOf, readBundle, titleOf } from "./workspace.ts";

/**
 * Compares today's bundles of all APIs with the released ones. An API that is new, or gone, is one change.
 *
 * @param root - The workspace's root.
 * @returns Each API once, those without a change too.
 * @throws Error when there is no bundle of today's, no released one at all, or Redocly cannot compare two.
 */
export async function compareAll(root: string): Promise<readonly ApiChanges[]> {
  const before = releasedApis(root);
  if (before.length === 0)
    throw new Error(
      'There is no released spec in spec/released/ to compare with. Run "pnpm release": the first one makes it.',
    );
  const apis = apisOf(root);
  const gone = before.filter((api) => !apis.includes(api));
  return Promise.all([...apis, ...gone].map((api) => compareApi(root, api, apis.includes(api))));
}

function releasedApis(root: string): string[] {
  try {
    const files = readdirSync(join(root, "spec/released"));
    return files.filter((file) => file.endsWith(".json")).map((file) => file.replace(/\.json$/, ""));
  } catch {
    return [];
  }
}

async function compareApi(root: string, api: string, isThere: boolean): Promise<ApiChanges> {
  const released = readBundle(root, "released", api);
  const today = isThere ? readBundle(root, "dist", api) : undefined;
  if (isThere && today === undefined)
    throw new Error(`There is no bundle spec/dist/${api}.json. Run "pnpm --filter @quayside/spec build" first.`);
  const bundle = (today ?? released)?.bundle;
  const title = bundle === undefined ? api : titleOf(bundle);
  return { api, title, changes: await changesOf(released, today), released: released?.bundle, today: today?.bundle };
}

async function changesOf(released: Described | undefined, today: Described | undefined): Promise<readonly Change[]> {
  if (released !== undefined && today !== undefined) return compare(released, today);
  const bundle = (today ?? released)?.bundle;
  if (bundle === undefined) return [];
  const count = countOf(bundle);
  return today === undefined
    ? [{ impact: "major", says: `The API was removed, with its ${count}.`, pointer: "", isGone: true }]
    : [{ impact: "minor", says: `The API was added, with ${count}.`, pointer: "", isGone: false }];
}
