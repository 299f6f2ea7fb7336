import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openApi } from "../api.js";
import type { Baseline } from "../baseline/baseline.js";
import { CannotRun } from "../cannot-run.js";
import { plainText } from "../reports/plain-text.js";
import { writeSummary } from "../reports/write-summary.js";
import { checkTraffic } from "../traffic/check-traffic.js";
import { readHar } from "../traffic/read-har.js";
import { reportOfTraffic } from "../traffic/report-of-traffic.js";
import { openReports } from "./open-reports.js";
import type { Arguments } from "./read-arguments.js";
import type { ExitCode, World } from "./run-command-line.js";
import { EXIT_CODES } from "./run-test.js";

/** Holds a recording against the spec. Sends nothing. */
export async function runHar(
  { api: name, har, inferred, reports }: Extract<Arguments, { command: "har" }>,
  baseline: Baseline | undefined,
  world: World,
): Promise<ExitCode> {
  const api = openApi(name);
  const files = await openReports(reports);
  try {
    const startedAt = new Date();
    const start = performance.now();
    const recorded = readHar(await readText(har));
    const results = checkTraffic(api, recorded, { inferred, secrets: [] });
    const durationMs = performance.now() - start;
    const report = reportOfTraffic(api, recorded, results, { target: basename(har), startedAt, durationMs, baseline });
    world.out(writeSummary(report, { colour: world.terminal.out }));
    await files.write(report);
    return EXIT_CODES[report.overall];
  } finally {
    await files.close();
  }
}

async function readText(path: string): Promise<string> {
  return await readFile(path, "utf8").catch(() => {
    throw new CannotRun(`The recording cannot be read from ${plainText(path)}. Choose a HAR file that exists.`);
  });
}
