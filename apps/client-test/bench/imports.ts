import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median, medianRatio, type Result, type Round } from "./compare.ts";

const STARTS = 25;
const MOST_MS = 30;

/** How long the import takes in a process that has done nothing else. */
export async function measureImport(): Promise<Result[]> {
  const rounds: Round<"client" | "peer">[] = [];
  for (let round = -1; round < STARTS; round += 1) {
    const peer = await timeImport("openapi-fetch");
    const client = await timeImport("@quayside/client/octopi");
    // The first ones find nothing in the machine's caches.
    if (round >= 0) rounds.push({ client, peer });
  }
  const client = median(rounds.map((round) => round.client));
  return [
    {
      what: "import of the client for Octopi (peer: openapi-fetch)",
      client: `${client.toFixed(1)} ms`,
      peer: `${median(rounds.map(({ peer }) => peer)).toFixed(1)} ms`,
      ratio: medianRatio(rounds, "client", "peer").toFixed(2),
      target: `≤ ${MOST_MS} ms`,
      kept: client <= MOST_MS,
    },
  ];
}

async function timeImport(name: string): Promise<number> {
  const script = `const begun = performance.now(); await import("${name}"); console.log(performance.now() - begun);`;
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  return Number(stdout);
}
