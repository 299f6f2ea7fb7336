import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Site, startSite } from "./serve.ts";

let parent: string;
let site: Site;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "quayside-site-"));
  const folder = join(parent, "dist");
  await mkdir(join(folder, "guides", "client"), { recursive: true });
  await writeFile(join(parent, "secret.txt"), "outside");
  await writeFile(join(folder, "index.html"), "<h1>start</h1>");
  await writeFile(join(folder, "404.html"), "<h1>none</h1>");
  await writeFile(join(folder, "guides", "client", "index.html"), "<h1>client</h1>");
  await writeFile(join(folder, "octopi.yaml"), "openapi: 3.1.0\n");
  await writeFile(join(folder, "guides", "client.md"), "# Client – how\n");
  await writeFile(join(folder, "llms.txt"), "# Site\n");
  site = await startSite({ port: 0, folder });
});
afterAll(async () => {
  await site.close();
  await rm(parent, { recursive: true });
});

test.each([
  ["/", "text/html; charset=utf-8", "<h1>start</h1>"],
  ["/?from=mail", "text/html; charset=utf-8", "<h1>start</h1>"],
  ["/guides/client/", "text/html; charset=utf-8", "<h1>client</h1>"],
  ["/guides/client/index.html", "text/html; charset=utf-8", "<h1>client</h1>"],
  ["/octopi.yaml", "application/yaml; charset=utf-8", "openapi: 3.1.0\n"],
  ["/guides/client.md", "text/markdown; charset=utf-8", "# Client – how\n"],
  ["/llms.txt", "text/plain; charset=utf-8", "# Site\n"],
  ["/octopi%2Eyaml", "application/yaml; charset=utf-8", "openapi: 3.1.0\n"],
])("%s is served as %s", async (path, type, body) => {
  const response = await fetch(site.origin + path);
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([200, type, body]);
});

test("a folder's address without its slash leads to the one with it", async () => {
  const response = await fetch(`${site.origin}/guides/client`, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([308, "/guides/client/"]);
});

test("below a base, only what begins with it is the site", async () => {
  const below = await startSite({ port: 0, folder: join(parent, "dist"), base: "/quayside/" });
  expect(below.address).toBe(`${below.origin}/quayside/`);
  const answers = await Promise.all(
    [
      "/quayside/",
      "/quayside/guides/client/",
      "/quayside/guides/client",
      "/",
      "/quayside",
      "/quay",
      "/guides/client/",
    ].map(async (path) => {
      const { status, headers } = await fetch(below.origin + path, { redirect: "manual" });
      return [path, status, headers.get("location")];
    }),
  );
  expect(answers).toEqual([
    ["/quayside/", 200, null],
    ["/quayside/guides/client/", 200, null],
    ["/quayside/guides/client", 308, "/quayside/guides/client/"],
    ["/", 307, "/quayside/"],
    ["/quayside", 307, "/quayside/"],
    ["/quay", 404, null],
    ["/guides/client/", 404, null],
  ]);
  await below.close();
});

test("an unknown address gets the page for that", async () => {
  const response = await fetch(`${site.origin}/nowhere/`);
  expect([response.status, await response.text()]).toEqual([404, "<h1>none</h1>"]);
});

test("a browser that has the file already is told so", async () => {
  const first = await fetch(site.origin);
  const etag = first.headers.get("etag") ?? "";
  const second = await fetch(site.origin, { headers: { "if-none-match": `"other", W/${etag}` } });
  expect([first.headers.get("cache-control"), second.status, await second.text()]).toEqual(["no-cache", 304, ""]);
});

test("HEAD gets the headers alone", async () => {
  const response = await fetch(site.origin, { method: "HEAD" });
  expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([200, "14", ""]);
});

test("other methods are refused", async () => {
  const response = await fetch(site.origin, { method: "POST", body: "x" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test.each([
  ["/../secret.txt", 404],
  ["/..%2fsecret.txt", 404],
  ["/%2e%2e/secret.txt", 404],
  ["/..\\secret.txt", 404],
  ["/..%5csecret.txt", 404],
  ["/guides/../../secret.txt", 404],
  ["/index.html%00.txt", 404],
  ["//index.html", 404],
  ["//example.org/..", 404],
  ["/%E0%A4%A", 400],
  ["index.html", 400],
  ["*", 400],
])("GET %s leads nowhere", async (path, status) => {
  const answer = await sendRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain("outside");
  expect((await fetch(site.origin)).status).toBe(200);
});

test("a taken port is named, and how to choose another", async () => {
  const port = Number(new URL(site.origin).port);
  const again = startSite({ port, folder: join(parent, "dist") });
  await expect(again).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken. Choose another: --port ${port + 1}.`);
});

test.each([-1, 65_536, 1.5, Number.NaN])("port %s is refused", async (port) => {
  await expect(startSite({ port, folder: join(parent, "dist") })).rejects.toThrow(`${port} is no port number`);
});

test("a site that is not built is a sentence that says how to build it", async () => {
  await expect(startSite({ port: 0, folder: parent })).rejects.toThrow("pnpm --filter @quayside/docs... build");
});

/** What the server says to bytes that `fetch` would not send. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.origin);
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding("utf8").on("data", (part: string) => {
      answer += part;
    });
    socket.on("end", () => resolve(answer)).on("error", reject);
  });
}
