import { CannotRun } from "../cannot-run.js";
import { makeRecord, readRecord } from "../meaning/record.js";
import type { Resource } from "../meaning/resource.js";
import { resourcesOf } from "../meaning/resources.js";
import { openCaller } from "./caller.js";
import type { Run } from "./run.js";
import { CannotTell, NotReached } from "./verdicts.js";

/**
 * Makes one record of each kind that the run will make, removes it, and looks whether it is gone: what cannot be taken away
 * again is not begun.
 *
 * @param ids - Of the operations that are tested; all by default.
 * @throws CannotRun when there is nothing that can be removed, or what was made is still there.
 */
export async function rehearse(run: Run, ids?: readonly string[]): Promise<void> {
  const { api, fixtures } = run.target;
  const removable = resourcesOf(api.name).filter(({ create, remove }) => create !== undefined && remove !== undefined);
  if (removable.length === 0)
    throw new CannotRun(
      `${api.title} has no operation that removes what is made there, so --mode disposable cannot be kept. Use read-only.`,
    );
  const known = removable.filter(({ create }) => create?.needs.every((name) => Object.hasOwn(fixtures, name)));
  if (known.length === 0)
    throw new CannotRun(`Nothing is known of the target that records could be made with. ${needed(removable)}`);
  const isUsed = (resource: Resource) => ids === undefined || operationsOf(resource).some((id) => ids.includes(id));
  for (const resource of known.filter(isUsed)) await rehearseOne(run, resource);
}

async function rehearseOne(run: Run, resource: Resource): Promise<void> {
  const caller = openCaller(run, undefined);
  try {
    const made = await makeRecord(caller, resource);
    if (resource.remove !== undefined) await caller.call(resource.remove, { path: made.path });
    if ((await readRecord(caller, made)) === undefined) return;
  } catch (error) {
    if (!(error instanceof NotReached) && !(error instanceof CannotTell)) throw error;
    throw new CannotRun(
      `${resource.name} cannot be made or removed: ${error.message}. Look at --fixtures; nothing else was tried.`,
    );
  } finally {
    await caller.close();
  }
  throw new CannotRun(
    `${resource.name} was made, and is still there after ${resource.remove}: nothing else was tried. Its name begins with ${run.names.prefix}.`,
  );
}

function operationsOf({ create, read, list, remove, updates }: Resource): string[] {
  const ids = [
    create?.operationId,
    read?.operationId,
    list.operationId,
    remove,
    ...updates.map((one) => one.operationId),
  ];
  return ids.filter((id) => id !== undefined);
}

function needed(resources: readonly Resource[]): string {
  const lists = resources.map(({ name, create }) => `${create?.needs.join(", ")} for ${name}`);
  return `Give with --fixtures a JSON file with ${lists.join("; or ")}.`;
}
