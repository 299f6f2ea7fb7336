import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { openApi } from "../api.js";
import type { Baseline } from "../baseline/baseline.js";
import { CannotRun } from "../cannot-run.js";
import { plainText } from "../reports/plain-text.js";
import { writeSummary } from "../reports/write-summary.js";
import type { CheckResult } from "../result.js";
import { checkRecorded } from "../traffic/check-traffic.js";
import type { RecordedExchange } from "../traffic/recorded-exchange.js";
import { startRecordingProxy } from "../traffic/recording-proxy.js";
import { reportOfTraffic } from "../traffic/report-of-traffic.js";
import { writeHar } from "../traffic/write-har.js";
import { VERSION } from "../version.js";
import { openReports } from "./open-reports.js";
import type { Arguments } from "./read-arguments.js";
import type { ExitCode, World } from "./run-command-line.js";
import { EXIT_CODES } from "./run-test.js";

/** Exchanges beyond so many, or so many bytes of bodies, are passed on, and no more kept. */
const MOST_KEPT = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Passes requests on, and holds what passes through against the spec, until it is told to stop. */
export async function runProxy(
  { api: name, target, port, har, inferred, reports }: Extract<Arguments, { command: "proxy" }>,
  baseline: Baseline | undefined,
  world: World,
): Promise<ExitCode> {
  const api = openApi(name);
  if (har !== undefined) await writeRecording(har, []);
  const files = await openReports(reports);
  const [recorded, results]: [RecordedExchange[], CheckResult[]] = [[], []];
  const passed = { bytes: 0, unkept: 0 };
  const onExchange = (one: RecordedExchange) => {
    passed.bytes += sizeOf(one);
    if (recorded.length === MOST_KEPT || passed.bytes > MOST_BYTES) {
      passed.unkept += 1;
      return;
    }
    recorded.push(one);
    const result = checkRecorded(api, one, { inferred, secrets: [] });
    if (result === undefined) return;
    results.push(result);
    world.err(`${result.outcome.padEnd(11)} ${plainText(`${result.operationId} ${result.name}`)}\n`);
  };
  const startedAt = new Date();
  const start = performance.now();
  const proxy = await startRecordingProxy({ port, target, onExchange });
  world.err(
    `Passing ${proxy.origin} on to ${target}, and looking at what belongs to ${api.title}. Ctrl-C ends it and tells.\n`,
  );
  try {
    if (!world.signal.aborted) await once(world.signal, "abort");
    await proxy.close();
    const durationMs = performance.now() - start;
    const { unkept } = passed;
    const report = reportOfTraffic(api, recorded, results, { target, startedAt, durationMs, baseline, unkept });
    if (har !== undefined) await writeRecording(har, recorded);
    world.out(writeSummary(report, { colour: world.terminal.out }));
    await files.write(report);
    return EXIT_CODES[report.overall];
  } finally {
    await files.close();
  }
}

function sizeOf({ request, answer }: RecordedExchange): number {
  return (request.body?.length ?? 0) + (answer?.body?.length ?? 0);
}

/** What credentials a recording holds is masked as it is written. */
async function writeRecording(path: string, recorded: readonly RecordedExchange[]): Promise<void> {
  await writeFile(path, writeHar(recorded, { version: VERSION, secrets: [] })).catch(() => {
    throw new CannotRun(
      `The recording cannot be written to ${plainText(path)}. Choose a file in a folder that exists and has room.`,
    );
  });
}
