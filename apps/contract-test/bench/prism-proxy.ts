import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Mutant } from "../mutants/mutant.ts";
import { STORIES } from "../mutants/stories/all.ts";
import { type Answered, play } from "../mutants/stories/play.ts";
import { storiesAbout } from "../mutants/stories/stories-about.ts";
import type { Story } from "../mutants/stories/story.ts";

const require = createRequire(import.meta.url);
const PRISM = join(dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist/index.js");

/** Prism's validation proxy between our stories and a server that may have a mutant. */
export type PrismProxy = {
  /** How many answers it complains about without a mutant. They find nothing. */
  readonly complaintsOfItsOwn: number;
  isFound(mutant: Mutant): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Starts Prism's proxy in front of a server, and has it see all stories once while there is no mutant. It reports what it finds in a
 * header; with `--errors` it would keep broken requests from the server, and never see what is answered to them.
 */
export async function startPrismProxy(api: Mutant["api"], origin: string): Promise<PrismProxy> {
  const port = await freePort();
  const args = [PRISM, "proxy", require.resolve(`@quayside/spec/${api}.json`), origin, "--port", String(port)];
  const prism = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const proxy = `http://127.0.0.1:${port}`;
  const close = async () => {
    const closed = once(prism, "close");
    prism.kill("SIGKILL");
    await closed;
  };
  const usual = await withoutMutant(proxy, origin, api, prism).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    close,
    complaintsOfItsOwn: [...usual.values()].flat().filter((complaints) => complaints.length > 0).length,
    isFound: async (mutant) => {
      for (const story of storiesAbout(mutant)) {
        const found = await complaintsAbout(proxy, origin, story);
        if (found.some((complaints, step) => isNew(complaints, usual.get(story)?.[step] ?? []))) return true;
      }
      return false;
    },
  };
}

/** What Prism complains about in every story, as long as there is no mutant. */
async function withoutMutant(proxy: string, origin: string, api: Mutant["api"], prism: ChildProcess) {
  await untilItListens(proxy, prism);
  const usual = new Map<Story, string[][]>();
  for (const story of STORIES.filter((one) => one.api === api)) {
    usual.set(story, await complaintsAbout(proxy, origin, story));
  }
  return usual;
}

let sessions = 0;

/** What Prism says of each answer of a story. The session is begun and ended without Prism, whose spec has no such paths. */
async function complaintsAbout(proxy: string, origin: string, story: Story): Promise<string[][]> {
  sessions += 1;
  return (await play(proxy, story, `prism-${sessions}`, origin)).map(complaintsIn);
}

/** What it finds wrong with an answer. The header is JSON, but for a text in front and a cut end where there is much to find. */
const COMPLAINT = /"location":\["response"([^\]]*)\].*?"message":"((?:[^"\\]|\\.)*)"/g;

function complaintsIn({ headers }: Answered): string[] {
  const text = headers["sl-violations"] ?? "";
  return [...text.matchAll(COMPLAINT)].map(([, where = "", message = ""]) => `${where} ${message}`);
}

function isNew(complaints: readonly string[], usual: readonly string[]): boolean {
  return complaints.some((complaint) => !usual.includes(complaint));
}

async function untilItListens(origin: string, prism: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && prism.exitCode === null; tries += 1) {
    if ((await fetch(origin).catch(() => undefined)) !== undefined) return;
    await wait(50);
  }
  throw new Error("Prism's proxy did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
