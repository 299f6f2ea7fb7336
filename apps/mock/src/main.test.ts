import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// The built program: `turbo run test` builds it first.
const PROGRAM = fileURLToPath(new URL("../dist/main.js", import.meta.url));
/** Windows has no signals: Node ends the program at once. */
const isEndedAtOnce = process.platform === "win32";

test("it says in one line where it listens, and ends with 0 on a signal", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const program = run("--port", "0");
    const [line] = await once(program.stdout, "data");
    expect(String(line)).toMatch(/^The mock of Octopi and Dataloy listens on http:\/\/127\.0\.0\.1:\d+ .*\n$/);
    const [origin = ""] = /http:\S+/.exec(String(line)) ?? [];
    // A connection that stays open must not keep it.
    expect((await fetch(`${origin}/nowhere`)).status).toBe(404);
    const complaints = text(program.stderr);
    program.kill(signal);
    expect([await once(program, "close"), await complaints]).toEqual([isEndedAtOnce ? [null, signal] : [0, null], ""]);
  }
});

test("a signal while it starts ends it with 0", async () => {
  const program = run("--port", "0");
  setTimeout(() => program.kill("SIGINT"), 200);
  const [code] = await once(program, "close");
  expect([0, null]).toContain(code);
});

test("a taken port is told with another to choose", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const { code, complaints } = await fail("--port", String(port));
  server.close();
  expect(code).toBe(2);
  expect(complaints).toBe(
    `Port ${port} on 127.0.0.1 is already in use. Choose another, for example --port ${port < 65_535 ? port + 1 : port - 1}, or stop what listens there.\n`,
  );
});

test.each([
  [["--port", "abc"], '--port takes a number from 0 to 65535, not "abc". For example: --port 4011\n'],
  [["--", "--port=70000"], '--port takes a number from 0 to 65535, not "70000". For example: --port 4011\n'],
  [["--prot", "1"], /^Unknown option '--prot'\nUsage: quayside-mock \[--port 4010\] \[--host 127\.0\.0\.1\]/],
  [
    ["--port", "0", "--host", "no.such.host.invalid"],
    /^Nothing can listen on host no\.such\.host\.invalid \(\w+\)\. Leave out --host/,
  ],
])("%j is refused with what to do", async (args, sentence) => {
  const { code, complaints } = await fail(...args);
  expect(code).toBe(2);
  expect(complaints).toEqual(typeof sentence === "string" ? sentence : expect.stringMatching(sentence));
});

test("port and host may stand in the environment, and options win over it", async () => {
  const program = runWith({ MOCK_PORT: "1", MOCK_HOST: "localhost" }, "--port", "0");
  const [line] = await once(program.stdout, "data");
  expect(String(line)).toMatch(/ on http:\/\/localhost:\d+ /);
  program.kill("SIGTERM");
  await once(program, "close");
  expect((await failed(runWith({ MOCK_PORT: "4O10" }))).complaints).toMatch(/^--port takes .*, not "4O10"/);
});

function run(...args: string[]) {
  return runWith({}, ...args);
}

function runWith(environment: Record<string, string>, ...args: string[]) {
  const { MOCK_PORT: _, MOCK_HOST: __, ...rest } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...rest, ...environment },
  });
}

async function fail(...args: string[]): Promise<{ code: unknown; complaints: string }> {
  return await failed(run(...args));
}

async function failed(program: ReturnType<typeof run>): Promise<{ code: unknown; complaints: string }> {
  const complaints = text(program.stderr);
  const [code] = await once(program, "close");
  return { code, complaints: await complaints };
}
