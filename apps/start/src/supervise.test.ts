import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { Service } from "./services.js";
import { supervise } from "./supervise.js";
import { standIn } from "./testing/stand-in.js";

const taken: Server[] = [];
afterEach(() => {
  for (const server of taken.splice(0)) server.close();
});

test("a table of addresses and a first try are printed when every service answers", async () => {
  const { code, printed, complaints } = await run([standIn("one"), standIn("two")]);
  expect(code).toBe(0);
  expect(
    printed
      .replaceAll(/:\d{4,5}/g, ":PORT")
      .replaceAll(/ +/g, " ")
      .split("\n"),
  ).toEqual([
    "",
    " Page http://127.0.0.1:PORT/page",
    " A longer label http://127.0.0.1:PORT one",
    " Page http://127.0.0.1:PORT/page",
    " A longer label http://127.0.0.1:PORT two",
    "",
    "A first try, in another terminal:",
    "",
    " curl http://127.0.0.1:PORT/try",
    " curl http://127.0.0.1:PORT/try",
    "",
    "Ctrl-C stops everything.",
  ]);
  expect(complaints.sort()).toEqual(["one: warming up", "two: warming up"]);
});

test("the columns of the table stand under each other", async () => {
  const { printed } = await run([standIn("one")]);
  const [, page = "", other = ""] = printed.split("\n");
  expect(page.indexOf("http")).toBe(other.indexOf("http"));
});

test("when told to stop, no service is left", async () => {
  const { origins } = await run([standIn("one"), standIn("two")]);
  expect(origins).toHaveLength(2);
  for (const origin of origins) await expect(fetch(origin)).rejects.toThrow();
});

test("a service that ignores the request to stop is ended by force", async () => {
  const { code, origins } = await run([standIn("one", "stubborn")]);
  expect(code).toBe(0);
  await expect(fetch(origins[0] ?? "")).rejects.toThrow();
});

test("a service that ends before it listens is named with its own words, and the others are stopped", async () => {
  const { code, complaints, printed } = await run([standIn("one"), standIn("two", "ends-early")], {
    untilReady: false,
  });
  expect([code, printed]).toEqual([1, ""]);
  expect(complaints).toContain("two: no room here");
  expect(complaints.at(-1)).toBe("The two did not start: exit code 3. The others are stopped too.");
});

test("a service that ends later is named, and the others are stopped", async () => {
  const { code, complaints, origins } = await run([standIn("one"), standIn("two", "ends-late")], { untilReady: false });
  expect(code).toBe(1);
  expect(complaints.at(-1)).toBe("The two stopped by itself (exit code 4). The others are stopped too.");
  for (const origin of origins) await expect(fetch(origin)).rejects.toThrow();
});

test("a taken port is named with a command that chooses another, and nothing is started", async () => {
  const port = await takePort();
  const { code, complaints, printed } = await run([standIn("one"), standIn("two")], {
    argv: ["--two-port", `${port}`],
    untilReady: false,
  });
  expect([code, printed]).toEqual([2, ""]);
  const [, other] =
    /^Port \d+, for the two, is already in use\. Choose another: pnpm start --two-port (\d+)$/.exec(
      complaints.join("\n"),
    ) ?? [];
  expect(Number(other)).toBeGreaterThan(port);
});

test("every taken port is named at once", async () => {
  const argv = ["--one-port", `${await takePort()}`, "--two-port", `${await takePort()}`];
  const { complaints } = await run([standIn("one"), standIn("two")], { argv, untilReady: false });
  expect(complaints.join("\n")).toMatch(/for the one, .*\n.*for the two, /);
});

test("told to stop before anything listens, it ends with 0", async () => {
  const stop = new AbortController();
  const complaints: string[] = [];
  const ending = supervise({
    services: [standIn("one")],
    argv: [],
    stopped: stop.signal,
    print: () => {},
    complain: (text) => complaints.push(text),
  });
  stop.abort();
  expect([await ending, complaints]).toEqual([0, []]);
});

/** Runs services until they are ready, or until the end where they are not to be stopped. */
async function run(services: Service[], { argv = [] as string[], untilReady = true } = {}) {
  const stop = new AbortController();
  const complaints: string[] = [];
  let printed = "";
  const print = (text: string) => {
    printed += text;
    if (untilReady) stop.abort();
  };
  const code = await supervise({
    services,
    argv,
    stopped: stop.signal,
    print,
    complain: (text) => complaints.push(text),
  });
  const origins = [...new Set(printed.match(/http:\/\/127\.0\.0\.1:\d+/g))];
  return { code, printed, origins, complaints };
}

function takePort(): Promise<number> {
  const server = createServer();
  taken.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
