import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CLOSE, echo, GET, openFront } from "./testing/open-server.js";
import { exchange, readAnswers } from "./testing/raw-socket.js";

const HOLD_CONNECTIONS = fileURLToPath(new URL("testing/hold-connections.ts", import.meta.url));
const WANTED = 10_000;
const SPARE_FILES = 500;
const MAX_BYTES_EACH = 64 * 1024;
const PATIENCE_MS = 500;

test("10,000 idle connections, or as many as may be open, hinder no other", async () => {
  const front = await openFront(() => echo, { requestTimeoutMs: 30_000 });
  const count = Math.min(WANTED, maxOpenFiles() - SPARE_FILES);
  const before = process.memoryUsage().rss;
  // In another process: this one alone could open but half as many.
  const holder = spawn(process.execPath, [HOLD_CONNECTIONS, String(front.port), String(count)]);
  const held = Number(String((await once(holder.stdout, "data"))[0]));
  const bytesEach = Math.round((process.memoryUsage().rss - before) / held);
  const start = performance.now();
  const answers = readAnswers(await exchange(front.port, [GET + CLOSE]));
  const waitedMs = Math.round(performance.now() - start);
  console.log(`${held} idle connections, ${bytesEach} bytes each; the next request took ${waitedMs} ms`);
  holder.kill();
  await front.close();
  expect(held).toBe(count);
  expect(answers.map(({ status }) => status)).toEqual([200]);
  expect(waitedMs).toBeLessThan(PATIENCE_MS);
  expect(bytesEach).toBeLessThan(MAX_BYTES_EACH);
});

/** Node has raised the soft limit to the hard one. */
function maxOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files: { soft: number | "unlimited" } } };
  const soft = userLimits?.open_files.soft ?? "unlimited";
  return soft === "unlimited" ? Number.POSITIVE_INFINITY : soft;
}
