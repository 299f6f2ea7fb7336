import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BUDGETS } from "../src/size/budgets.ts";
import { bundle } from "../src/size/bundle.ts";
import type { Result } from "./compare.ts";

const require = createRequire(import.meta.url);
const REDOCLY = join(require.resolve("@redocly/cli/package.json"), "../bin/cli.js");

/** The size of a peer in bytes; undefined where it could not be had. */
type Peer = () => Promise<number | undefined>;

const PEERS = {
  "openapi-fetch": sizeOf('import createClient from "openapi-fetch"; export default createClient({ baseUrl: "" })'),
  ky: sizeOf('export { default } from "ky"'),
  "Redocly's client for Octopi": sizeOfGenerated("octopi"),
  "Redocly's client for Dataloy": sizeOfGenerated("dataloy"),
} satisfies Record<string, Peer>;

const COMPARED: readonly [part: keyof typeof BUDGETS, ...peers: (keyof typeof PEERS)[]][] = [
  ["plain-octopi", "openapi-fetch", "ky", "Redocly's client for Octopi"],
  ["plain-dataloy", "openapi-fetch", "ky", "Redocly's client for Dataloy"],
  ["octopi", "openapi-fetch", "ky", "Redocly's client for Octopi"],
  ["dataloy", "openapi-fetch", "ky", "Redocly's client for Dataloy"],
];

/** What a page pays for the client, beside what it would pay for others. */
export async function measureSizes(): Promise<Result[]> {
  const results: Result[] = [];
  for (const [part, ...peers] of COMPARED) {
    for (const peer of peers) results.push(await compareSizes(part, peer));
  }
  return results;
}

async function compareSizes(part: keyof typeof BUDGETS, peer: keyof typeof PEERS): Promise<Result> {
  const { what, source, goal: most } = BUDGETS[part];
  const { bytes } = await bundle(source);
  const other = await PEERS[peer]();
  return {
    what: `size of ${what} (peer: ${peer})`,
    client: `${bytes} B`,
    peer: other === undefined ? "?" : `${other} B`,
    ratio: other === undefined ? "?" : (bytes / other).toFixed(2),
    target: `≤ ${most} B`,
    kept: bytes <= most,
  };
}

function sizeOf(source: string): Peer {
  return async () => (await bundle(source, import.meta.dirname)).bytes;
}

/** The client that Redocly makes out of a spec. */
function sizeOfGenerated(api: string): Peer {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), "quayside-bench-"));
    const file = join(folder, "client.ts");
    const args = [REDOCLY, "generate-client", require.resolve(`@quayside/spec/${api}.json`), "-o", file];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    try {
      await promisify(execFile)(process.execPath, args, { cwd: folder, env });
      return (await bundle('export { client } from "./client.ts"', folder)).bytes;
    } catch (error) {
      console.error(`Redocly's client for ${api} could not be made: ${(error as Error).message}`);
      return undefined;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
