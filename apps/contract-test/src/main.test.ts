import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningMock, startMock } from "@quayside/mock";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startFaultyServer } from "./testing/faulty-server.js";
import { listenHttp } from "./testing/listen.js";
import { runCommand } from "./testing/run-command.js";

vi.setConfig({ testTimeout: 120_000 });

const TOKEN = "quayside-secret-token";
let mock: RunningMock;
let sandbox: RunningSandbox;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  sandbox = await startSandbox({ port: 0 });
  folder = await mkdtemp(join(tmpdir(), "contract-test-"));
});
afterAll(async () => {
  await mock.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

/** Every report, by its form, and the options that ask for them. */
function reports(name: string) {
  const files = Object.fromEntries(
    ["junit", "sarif", "json", "html"].map((form) => [form, join(folder, `${name}.${form}`)]),
  );
  const options = Object.entries(files).flatMap(([form, file]) => [`--${form}`, file]);
  const read = async () => {
    const texts = await Promise.all(Object.values(files).map((file) => readFile(file, "utf8")));
    return Object.fromEntries(Object.keys(files).map((form, index) => [form, texts[index] ?? ""]));
  };
  return { options, read };
}

const SANDBOX = { QUAYSIDE_TOKEN: "demo", QUAYSIDE_OTHER_TOKEN: "demo2" };

test("a target that keeps the spec gives 0, a summary on stdout and talk on stderr", async () => {
  const argv = ["--api", "octopi", "--target", sandbox.origin, "--operations", "listHolds,applyHold", "--seed", "7"];
  const { out, err, code } = await runCommand(argv, SANDBOX);
  expect([code, out.split("\n")[0]]).toEqual([0, expect.stringContaining("KEPT")]);
  expect(err).toMatch(/^Testing Octopi.* in mode full: records are created, changed and deleted there\. Seed 7\.\n/);
});

test("a target that breaks it gives 1, and every report names the place and none the token", async () => {
  const faulty = await startFaultyServer("octopi", mock.origin, {
    operationId: "getServiceOrder",
    answer: (came) => ({
      status: came.status,
      headers: { ...came.headers, "x-request": TOKEN, "set-cookie": TOKEN },
      body: came.body.replace('"order_number"', `"${TOKEN}"`),
    }),
  });
  const { options, read } = reports("broken");
  const argv = ["--api", "octopi", "--target", faulty.origin, "--operations", "getServiceOrder", ...options];
  const { out, err, code } = await runCommand(argv, {
    QUAYSIDE_TOKEN: TOKEN,
    QUAYSIDE_OTHER_TOKEN: "other-secret-token",
  });
  await faulty.close();
  const written = await read();
  expect(code).toBe(1);
  for (const [form, text] of Object.entries({ ...written, out })) {
    expect(text, form).toContain("getServiceOrder");
    expect(text, form).toContain("missing-property");
    expect(text, form).toContain("ServiceOrder.yaml");
  }
  expect(Object.values(written).join() + out + err).not.toMatch(/quayside-secret-token|other-secret-token/);
});

test.each(["user", "environment"])("a password given by %s is in no output, nor is what it is sent as", async (by) => {
  const faulty = await startFaultyServer("dataloy", mock.origin, {
    operationId: "getServiceOrder",
    answer: (came, { headers }) => ({
      ...came,
      body: JSON.stringify({ key: headers.authorization, self: "hunter22" }),
    }),
  });
  const { options, read } = reports(`password-${by}`);
  const credentials = by === "user" ? ["--user", "ann:hunter22"] : [];
  const argv = [
    "--api",
    "dataloy",
    "--target",
    faulty.origin,
    "--operations",
    "getServiceOrder",
    ...credentials,
    ...options,
  ];
  const { out, err, code } = await runCommand(argv, by === "user" ? {} : { QUAYSIDE_USER: "ann:hunter22" });
  await faulty.close();
  expect(code).toBe(1);
  expect(Object.values(await read()).join() + out + err).not.toMatch(/hunter22|YW5uOmh1bnRlcjIy/);
});

test("a known difference is excused until its day, by its id, and told", async () => {
  const faulty = await startFaultyServer("octopi", mock.origin, {
    operationId: "listHolds",
    answer: (came) =>
      came.status === 200 ? { ...came, headers: { ...came.headers, "content-type": "text/html" } } : came,
  });
  const { options, read } = reports("known");
  const argv = ["--api", "octopi", "--target", faulty.origin, "--token", "t", "--operations", "listHolds", ...options];
  expect((await runCommand(argv)).code).toBe(1);
  const { findings } = JSON.parse((await read()).json ?? "") as { findings: { id: string }[] };
  const soon = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  const baseline = join(folder, "known-differences.json");
  await writeFile(
    baseline,
    JSON.stringify({ entries: findings.map(({ id }) => ({ id, owner: "yard team", expires: soon })) }),
  );
  const excused = await runCommand([...argv, "--baseline", baseline]);
  await faulty.close();
  expect([excused.code, excused.out]).toEqual([0, expect.stringContaining("yard team")]);
});

test("a target that is ill gives a report that is no pass, also to those who read JUnit", async () => {
  let answered = 0;
  const dying = await startFaultyServer("dataloy", mock.origin, {
    operationId: "createServiceOrder",
    answer: (came) => {
      answered += 1;
      if (answered === 30) void dying.close();
      return came;
    },
  });
  const { options, read } = reports("dying");
  const argv = ["--api", "dataloy", "--target", dying.origin, "--token", TOKEN, ...options];
  const { out, code } = await runCommand(argv);
  expect(code).toBe(2);
  expect(out).toContain("The target stopped answering on the way");
  expect((await read()).junit).toContain('classname="dataloy.run" name="comes to its end"');
});

test("Ctrl-C ends a run with a report and 2, and what was made is removed", async ({ skip }) => {
  skip(process.platform === "win32", "on Windows a signal ends a program at once");
  const fixtures = join(folder, "fixtures.json");
  await writeFile(fixtures, JSON.stringify({ container_ids: [4337700], service_ids: ["cleaning"] }));
  const orders = async () => {
    const response = await fetch(`${sandbox.origin}/api/v1/service_orders.json?per=100`, {
      headers: { authorization: "Token token=demo" },
    });
    return (await response.text()).replaceAll(/"created_at":"[^"]*"/g, "");
  };
  const before = await orders();
  let interrupt = () => {};
  let made = 0;
  const between = await startFaultyServer("octopi", sandbox.origin, {
    operationId: "createServiceOrder",
    answer: (came) => {
      made += came.status < 300 ? 1 : 0;
      if (made === 12) interrupt();
      return came;
    },
  });
  const argv = [
    "--api",
    "octopi",
    "--target",
    between.origin,
    "--mode",
    "disposable",
    "--fixtures",
    fixtures,
    "--concurrency",
    "3",
    "--operations",
    "updateServiceOrder,cancelServiceOrder",
  ];
  const { out, code } = await runCommand(argv, SANDBOX, (kill) => {
    interrupt = kill;
  });
  await between.close();
  expect([code, out]).toEqual([2, expect.stringContaining("ended by hand")]);
  expect(made).toBeGreaterThan(11);
  expect(await orders()).toBe(before);
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
  [
    ["--api", "octopi", "--target", "http://127.0.0.1:1", "--token", TOKEN, "--fixtures", "/no/file"],
    "The fixtures cannot be read",
  ],
  [["--api", "octopi", "--target", "http://127.0.0.1:1", "--token", TOKEN, "--baseline", "/no/file"], "/no/file"],
  [["--api", "octopi", "--har", "/no/file"], "The recording cannot be read"],
  [["--api", "octopi", "--target", "https://tos.example", "--token", TOKEN, "--mode", "full"], "Mode full creates"],
])("%j gives 2 and one sentence", async (argv, says) => {
  const { out, err, code } = await runCommand(argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(says);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toContain(TOKEN);
});

test("help goes to stdout and gives 0", async () => {
  const { out, code } = await runCommand(["--help"]);
  expect([code, out.split("\n")[0]]).toEqual([0, "contract-test --api octopi|dataloy --target <origin> [options]"]);
});

test("redirects are not followed, and what follows them is told", async () => {
  let elsewhere = 0;
  const other = await listenHttp((_, response) => {
    elsewhere += 1;
    response.end();
  });
  const redirecting = await listenHttp((_, response) =>
    response.writeHead(302, { location: `${other.origin}/?t=1` }).end(),
  );
  const argv = ["--api", "octopi", "--target", redirecting.origin, "--token", TOKEN, "--operations", "listHolds"];
  const { out, code } = await runCommand(argv);
  await other.close();
  await redirecting.close();
  expect([code, elsewhere, out]).toEqual([1, 0, expect.stringContaining("redirected")]);
});
