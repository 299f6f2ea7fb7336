import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type RunningSandbox, startSandbox } from "@quayside/sandbox";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bundle } from "../size/bundle.ts";
import { type OpenBrowser, openBrowser } from "./open-browser.ts";
import { readSandbox } from "./read-sandbox.ts";

let sandbox: RunningSandbox;
let opened: OpenBrowser;
beforeAll(async () => {
  [sandbox, opened] = await Promise.all([startSandbox({ port: 0 }), openBrowser(process.env)]);
});
afterAll(() => Promise.all([opened?.close(), sandbox?.close()]));

test("a page uses both clients, minified, across origins and under a strict policy", async () => {
  const { text } = await bundle('import "./in-page.js"', inject("consumer"));
  const site = await servePage(text);
  const page = await opened.browser.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(site.origin);
  // The policy does not bind what the test itself evaluates.
  expect(await page.evaluate(`useClients(${JSON.stringify(sandbox.origin)})`)).toEqual(
    await readSandbox(sandbox.origin),
  );
  expect(errors).toEqual([]);
  await page.close();
  site.close();
});

/** A page with a script, which may call the sandbox and make no code out of text. */
async function servePage(script: string): Promise<{ origin: string; close(): void }> {
  const policy = `default-src 'none'; script-src 'self'; connect-src ${sandbox.origin}`;
  const server = createServer(({ url }, response) => {
    const [type, body] =
      url === "/page.js"
        ? ["text/javascript", script]
        : ["text/html", '<!doctype html><title>page</title><script type="module" src="page.js"></script>'];
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
