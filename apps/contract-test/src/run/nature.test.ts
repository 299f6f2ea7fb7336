import { startMock } from "@quayside/mock";
import { startSandbox } from "@quayside/sandbox";
import { expect, test } from "vitest";
import { type Listening, listenHttp } from "../testing/listen.js";
import { openRun } from "./open-run.js";
import { openTarget } from "./open-target.js";

async function natureOf({ origin, close }: Listening, mode: "full" | "read-only" = "full") {
  const { nature } = await openRun(openTarget({ api: "octopi", target: origin, token: "demo", mode }), async () => {});
  await close();
  return nature;
}

test("the mock is known by doing what Prefer says", async () => {
  expect(await natureOf(await startMock({ port: 0 }))).toEqual({ isMock: true, hasSessions: false });
});

test("the sandbox is known by its sessions, which only mode full uses", async () => {
  expect(await natureOf(await startSandbox({ port: 0 }))).toEqual({ isMock: false, hasSessions: true });
  expect(await natureOf(await startSandbox({ port: 0 }), "read-only")).toEqual({ isMock: false, hasSessions: false });
});

test("a server that fails whatever it is asked is no mock", async () => {
  const failing = await listenHttp((_, response) => response.writeHead(500).end());
  expect(await natureOf(failing)).toEqual({ isMock: false, hasSessions: false });
});

test("a server that answers everything with 200 is neither", async () => {
  const obliging = await listenHttp((_, response) => response.writeHead(200).end("{}"));
  expect(await natureOf(obliging)).toEqual({ isMock: false, hasSessions: false });
});
