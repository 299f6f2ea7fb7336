import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const PROGRAM = fileURLToPath(new URL("main.ts", import.meta.url));
const programs: ChildProcess[] = [];

afterEach(() => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
});

test.each([
  [[], "/api/v1/service_orders.json"],
  [["octopi"], "/api/v1/service_orders.json"],
  [["--", "dataloy"], "/ws/rest/ServiceOrder"],
])("with %j prism-cli serves %s, and ends with 0", async (words, path) => {
  const program = run(...words, "--port", "0");
  const origin = await listening(program);
  // Prism asks for credentials: it knows the path.
  expect((await fetch(origin + path)).status).toBe(401);
  program.kill("SIGINT");
  // Windows has no signals: Node ends the program at once.
  expect(await once(program, "close")).toEqual(process.platform === "win32" ? [null, "SIGINT"] : [0, null]);
});

test("an unknown API is refused with the known ones", async () => {
  const program = run("nobody");
  const complaints = text(program.stderr);
  expect(await once(program, "close")).toEqual([2, null]);
  expect(await complaints).toBe(
    'Prism serves one API: octopi or dataloy, not "nobody". For example: pnpm mock:prism dataloy --port 4011\n',
  );
});

function run(...words: string[]) {
  const program = spawn(process.execPath, [PROGRAM, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  programs.push(program);
  return program;
}

/** Reads on after the line with the address: Prism does not survive a closed stdout. */
function listening({ stdout }: { stdout: NodeJS.ReadableStream }): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    stdout.on("data", (chunk) => {
      said += chunk;
      const [, origin] = /Prism is listening on (http:\S+)/.exec(said) ?? [];
      if (origin !== undefined) resolve(origin);
    });
    stdout.once("end", () => reject(new Error(`It ended, and said: ${said}`)));
  });
}
