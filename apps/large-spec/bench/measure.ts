import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { delimiter, dirname } from "node:path";

/** What a command took. Memory is the most that one of its processes held at a time, in MiB; undefined elsewhere than on Linux. */
export type Cost = { readonly ms: number; readonly peakMiB: number | undefined };

const EVERY_MS = 40;

/**
 * Runs a Node command to its end.
 *
 * @throws Error with the last of what it wrote, when it ends with another code than 0.
 */
export async function measure(args: readonly string[], cwd: string): Promise<Cost> {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      written = (written + text).slice(-4000);
    });
  }
  const memory = watchMemory(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const cost = { ms: performance.now() - start, peakMiB: await memory.stop() };
  if (code !== 0) throw new Error(`node ${args.join(" ")}, in ${cwd}, ended with ${code}:\n${written}`);
  return cost;
}

/** Looks at a process and all that it started until it is stopped. The kernel keeps each one's peak, so that nothing short is missed but its last moment. */
function watchMemory(root: number): { stop(): Promise<number | undefined> } {
  let peakKiB: number | undefined;
  const look = async () => {
    for (const pid of await descendants(root)) peakKiB = Math.max(peakKiB ?? 0, peakOf(pid));
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      return peakKiB === undefined ? undefined : Math.round(peakKiB / 1024);
    },
  };
}

async function descendants(root: number): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(pids.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && isBelow(parents.get(pid)));
  return pids.filter(isBelow);
}

function parentOf(pid: number): number | undefined {
  const fields = read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ");
  return fields?.[1] === undefined ? undefined : Number(fields[1]);
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process that has ended has nothing to read. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
