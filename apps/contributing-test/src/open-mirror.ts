import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mirrorWorkspace } from "@quayside/mirror";
import { PLACES, type Task } from "./commands.ts";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));

/** A mirror, and what was changed in it and passed since. */
export type Mirror = {
  readonly folder: string;
  keepChanged(file: string): void;
  keepPassed(task: Task): void;
  /** Whether a task may end otherwise than it did. */
  isDue(task: Task): boolean;
};

/**
 * Makes a mirror in which today's specs are the released ones and no changeset is pending, whatever is going on in the workspace.
 *
 * @param name - Of its folder, under `dist/`.
 */
export async function openMirror(name: string): Promise<Mirror> {
  const folder = join(workspace, "apps/contributing-test/dist", name);
  await rm(folder, { recursive: true, force: true });
  await mirrorWorkspace(folder, PLACES, { with: ["mutants"] });
  for (const api of ["octopi", "dataloy", "sandbox"]) {
    await cp(join(folder, `spec/dist/${api}.json`), join(folder, `spec/released/${api}.json`));
  }
  await mkdir(join(folder, ".changeset"));
  await cp(join(workspace, ".changeset/config.json"), join(folder, ".changeset/config.json"));
  return { folder, ...keepTrack() };
}

function keepTrack(): Omit<Mirror, "folder"> {
  const changed: string[] = [];
  // By task, how many files had been changed when it passed.
  const passed = new Map<Task, number>();
  return {
    keepChanged: (file) => changed.push(file),
    keepPassed: (task) => passed.set(task, changed.length),
    isDue: (task) => {
      const since = changed.slice(passed.get(task) ?? 0);
      return task.reads?.some((place) => since.some((file) => file.startsWith(`${place}/`))) ?? true;
    },
  };
}
