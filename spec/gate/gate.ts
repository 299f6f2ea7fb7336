import { compareAll } from "./compare-all.ts";
import { judge } from "./judge.ts";
import { readPending } from "./pending.ts";
import { report } from "./report.ts";

/**
 * Holds today's bundles against the released ones and the pending changesets.
 *
 * @param root - The workspace's root. The spec must be built.
 * @returns Whether every breaking change and every addition is announced, and what to print.
 * @throws Error when it cannot tell: no released spec, no bundle, no folder `.changeset`.
 */
export async function gate(root: string): Promise<{ isPassed: boolean; text: string }> {
  const apis = await compareAll(root);
  const pending = await readPending(root);
  const verdict = judge(apis, pending);
  return { isPassed: verdict.unannounced.length === 0, text: report(root, apis, pending, verdict) };
}
