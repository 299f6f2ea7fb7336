import { readChangesets } from "@changesets/read";
import { exceeds, type Impact } from "./change.ts";

/** What the pending changesets announce for `@quayside/spec`. */
export type Pending = {
  /** Undefined where no changeset names the package. */
  readonly bump: Impact | undefined;
  /** The changeset that says so, e.g. `.changeset/brave-cat.md`. */
  readonly file: string | undefined;
  /** All changesets, whatever they name. */
  readonly files: readonly string[];
};

/**
 * Reads the pending changesets. One counts for the spec only if it names `@quayside/spec`: all packages share a version, but a breaking
 * change of the client says nothing about the spec.
 *
 * @param root - The workspace's root.
 * @throws Error when there is no folder `.changeset`, or a file in it is no changeset.
 */
export async function readPending(root: string): Promise<Pending> {
  const changesets = await readChangesets(root);
  const pending: { bump: Impact | undefined; file: string | undefined } = { bump: undefined, file: undefined };
  for (const { id, releases } of changesets) {
    for (const { name, type } of releases) {
      if (name !== "@quayside/spec" || type === "none" || !exceeds(type, pending.bump)) continue;
      Object.assign(pending, { bump: type, file: fileOf(id) });
    }
  }
  return { ...pending, files: changesets.map(({ id }) => fileOf(id)) };
}

function fileOf(id: string): string {
  return `.changeset/${id}.md`;
}
