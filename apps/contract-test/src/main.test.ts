import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { type RunningMock, startMock } from "@quayside/mock";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startFaultyServer } from "./testing/faulty-server.js";
import { listenRaw } from "./testing/listen.js";

vi.setConfig({ testTimeout: 60_000 });

const TOKEN = "quayside-secret-token";
const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
let mock: RunningMock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "contract-test-"));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** The built command, as a process of its own. */
async function run(argv: string[], environment: Record<string, string> = {}) {
  const { QUAYSIDE_TOKEN: _, QUAYSIDE_USER: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN, ...argv], { env: { ...inherited, ...environment } });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

test("a target that keeps the spec gives 0, a summary on stdout and talk on stderr", async () => {
  const { out, err, code } = await run(["--api", "dataloy", "--target", mock.origin, "--user", "ann:hunter22"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Dataloy VMS API at /);
  expect(out).toMatch(/kept: \d+ cases in .* passed\n$/);
  expect(err).toContain("listServiceOrders …\n");
  expect(out + err).not.toContain("hunter22");
});

test("a target that breaks it gives 1, names the place, and writes JUnit without the token", async () => {
  const faulty = await startFaultyServer("octopi", mock.origin, {
    operationId: "getServiceOrder",
    answer: (came) => ({ ...came, body: came.body.replace('"order_number"', `"${TOKEN}"`) }),
  });
  const junit = join(folder, "broken.xml");
  const { out, err, code } = await run(["--api", "octopi", "--target", faulty.origin, "--junit", junit], {
    QUAYSIDE_TOKEN: TOKEN,
  });
  await faulty.close();
  const xml = await readFile(junit, "utf8");
  expect(code).toBe(1);
  expect(out).toContain("missing-property  getServiceOrder /order_number");
  expect(xml).toContain('<failure type="missing-property"');
  expect(out + err + xml).not.toContain(TOKEN);
});

test("a target that dies on the way gives 2, what came before, and a JUnit error", async () => {
  let answered = 0;
  const dying = await startFaultyServer("dataloy", mock.origin, {
    operationId: "createServiceOrder",
    answer: (came) => {
      answered += 1;
      if (answered === 30) void dying.close();
      return came;
    },
  });
  const junit = join(folder, "dying.xml");
  const { out, err, code } = await run([
    "--api",
    "dataloy",
    "--target",
    dying.origin,
    "--token",
    TOKEN,
    "--junit",
    junit,
  ]);
  expect(code).toBe(2);
  expect(out).toContain("ERROR: could not be judged");
  expect(err).toContain("The target stopped answering on the way");
  expect(await readFile(junit, "utf8")).toContain('classname="dataloy.run" name="comes to its end"');
});

test("a proven break stays 1 where the rest could not be told", async () => {
  let answered = 0;
  const dying = await startFaultyServer("dataloy", mock.origin, {
    operationId: "listServiceOrders",
    answer: (came) => {
      answered += 1;
      if (answered === 8) void dying.close();
      return { ...came, status: 418 };
    },
  });
  const { err, code } = await run(["--api", "dataloy", "--target", dying.origin, "--token", TOKEN]);
  expect(code).toBe(1);
  expect(err).toContain("The target stopped answering on the way");
});

test("what does not speak HTTP gives 2 and one sentence", async () => {
  const odd = await listenRaw((socket) => socket.write("220 mail.example ESMTP\r\n"));
  const { out, err, code } = await run(["--api", "octopi", "--target", odd.origin, "--token", TOKEN]);
  await odd.close();
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("something answers there, but not in HTTP");
});

test.each([
  [["--api", "nope", "--target", "http://127.0.0.1:1", "--token", TOKEN], "There is no API called"],
  [["--api", "octopi", "--target", "nowhere", "--token", TOKEN], "The target is not a URL"],
  [["--api", "octopi", "--target", "http://127.0.0.1:1"], "A token is missing"],
  [["--api", "octopi", "--target", "http://public.example", "--token", TOKEN], "write https://"],
  [["--api", "octopi", "--target", "http://127.0.0.1:1", "--user", "a:b"], "Octopi knows API keys only"],
  [
    ["--api", "octopi", "--target", "http://127.0.0.1:1", "--token", TOKEN, "--concurrency", "0"],
    "The concurrency is 0",
  ],
  [["--api", "octopi", "--target", "http://127.0.0.1:1", "--token", TOKEN, "--junit", "/no/folder/x.xml"], "(ENOENT)"],
])("%j gives 2 and one sentence", async (argv, says) => {
  const { out, err, code } = await run(argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(says);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toContain(TOKEN);
});

test("help goes to stdout and gives 0", async () => {
  const { out, code } = await run(["--help"]);
  expect([code, out.split("\n")[0]]).toEqual([0, "contract-test --api octopi|dataloy --target <origin> [options]"]);
});
