import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { services } from "./services.js";

// The built program, with the built mock and site: what `pnpm start` runs.
const PROGRAM = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const programs: ChildProcess[] = [];
const isWindows = process.platform === "win32";
const NO_SIGNALS = "on Windows a signal ends a program at once";
if (isWindows) console.warn(`Not tested: what follows a signal; ${NO_SIGNALS}.`);

afterEach(() => {
  for (const { pid } of programs.splice(0)) killGroup(pid, "SIGKILL");
});

test("every address of the table answers, and so does each first try as it is printed", async () => {
  const { table } = await start();
  const [rows = ""] = table.split("A first try");
  const addresses = rows.match(/http:\S+/g) ?? [];
  expect(addresses.length).toBe(services.flatMap((service) => service.addresses).length);
  for (const address of addresses) {
    const { status } = await fetch(address);
    // The address of a mock or sandbox is an origin: its root is no path of the API.
    expect([address, status]).toEqual([address, address.endsWith("/") || address.endsWith(".yaml") ? 200 : 404]);
  }
  const tries = [...table.matchAll(/^ {2}curl -H "([^:]+): ([^"]+)" (\S+)$/gm)];
  expect(tries.length).toBe(services.filter(({ firstTry }) => firstTry !== undefined).length);
  for (const [, name = "", value = "", url = ""] of tries) {
    const order: unknown = await (await fetch(url, { headers: { [name]: value } })).json();
    expect(order).toMatchObject({ order_number: /service_orders\/(\w+)\.json$/.exec(url)?.[1] });
  }
});

test("Ctrl-C, which reaches every process of the terminal, ends everything with 0 and without a word", async ({
  skip,
}) => {
  skip(isWindows, NO_SIGNALS);
  const { program, table, complaints } = await start();
  killGroup(program.pid, "SIGINT");
  expect(await once(program, "close")).toEqual([0, null]);
  expect(await complaints).toBe("");
  for (const [origin] of table.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)) await expect(fetch(origin)).rejects.toThrow();
});

test("SIGTERM to it alone ends everything with 0", async ({ skip }) => {
  skip(isWindows, NO_SIGNALS);
  const { program, table } = await start();
  program.kill("SIGTERM");
  expect(await once(program, "close")).toEqual([0, null]);
  for (const [origin] of table.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)) await expect(fetch(origin)).rejects.toThrow();
});

test.each(services)("the command of the $name is its package's start script", ({ folder, command }) => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  expect(manifest).toMatchObject({ scripts: { start: `node ${command.join(" ")}` } });
});

/** Starts the program in a process group of its own, as a terminal does, and waits for its table. */
async function start() {
  const ports = services.flatMap(({ option }) => [`--${option}`, "0"]);
  const program = spawn(process.execPath, [PROGRAM, ...ports], { detached: true });
  programs.push(program);
  const complaints = text(program.stderr);
  let table = "";
  for await (const chunk of program.stdout.iterator({ destroyOnReturn: false })) {
    table += chunk;
    if (table.includes("Ctrl-C stops")) return { program, table, complaints };
  }
  throw new Error(`It ended before it printed its table: ${await complaints}`);
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (isWindows) spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]);
    else process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
