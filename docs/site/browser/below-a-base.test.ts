import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { docsFolder } from "../routes.ts";
import { type Site, startSite } from "../serve.ts";
import { openBrowser } from "./open-browser.ts";
import { visit } from "./visit.ts";

// A whole build, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 400_000 });

// It must lie where the packages that the pages are made with are found.
const folder = fileURLToPath(new URL(".astro/below-a-base/dist/", docsFolder));
const environment = { DOCS_BASE: "teams/quayside", DOCS_SITE: "https://example.org", DOCS_OUT: folder };

let site: Site;
let browser: Browser;
let said: string;
beforeAll(async () => {
  const steps = ["pages", "references", "twins", "seal", "check"];
  const build = [fileURLToPath(new URL("site/build.ts", docsFolder)), ...steps];
  const { stdout } = await promisify(execFile)(process.execPath, build, { env: { ...withoutTests(), ...environment } });
  said = stdout;
  site = await startSite({ port: 0, folder, base: "/teams/quayside/" });
  browser = await openBrowser(inject("chromium"));
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

test("the build finds nothing broken", () => {
  expect(said).toMatch(/^\d\d+ pages, whole\./m);
});

test.each([
  ["", "Guides", "guides/getting-started/"],
  ["guides/client/", "Credentials", "guides/credentials/"],
  ["discrepancies/", "Quayside", ""],
  ["client/query/", "CallOptions", "client/octopi/#calloptions"],
  ["decisions/0007-our-own-words/", "Octopi TOS", "reference/octopi/"],
  ["reference/octopi/", "Discrepancies", "discrepancies/"],
  ["no/such/page/", "Start page", ""],
])("/teams/quayside/%s is whole, and its link %s leads to %s", async (path, name, target) => {
  const { page, problems, close } = await visit(browser, site.address + path);
  // A page that is left gives up what it is still fetching.
  await page.waitForLoadState("networkidle");
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.waitForURL(site.address + target);
  expect(await page.locator("h1").first().textContent()).not.toContain("no such page");
  expect(problems.filter((problem) => !/404 \(Not Found\)/.test(problem))).toEqual([]);
  await close();
});

test("search finds a page and leads to it", async () => {
  const { page, problems, close } = await visit(browser, `${site.address}guides/client/`);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("textbox", { name: "Search" }).fill("contract");
  await page.getByRole("dialog").getByRole("link", { name: "Contract testing" }).first().click();
  await page.waitForURL(/\/teams\/quayside\/guides\/contract-testing\//);
  expect(problems).toEqual([]);
  await close();
});

test.each(["index.html", "guides/client/index.html", "reference/octopi/index.html"])(
  "%s says where it is published",
  async (file) => {
    const html = await readFile(`${folder}/${file}`, "utf8");
    const address = `https://example.org/teams/quayside/${file.replace("index.html", "")}`;
    expect(/<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]).toBe(address);
  },
);

test("a host of files serves all of it, folders with an underscore too", async () => {
  expect(await readFile(`${folder}/.nojekyll`, "utf8")).toBe("");
});

/** The build must not see that it runs inside a test, and not what Vitest tells it of a site. */
function withoutTests(): NodeJS.ProcessEnv {
  const ours = /^(VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
