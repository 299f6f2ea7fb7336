import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { type Site, startSite } from "../serve.ts";
import { audit } from "./audit.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let site: Site;
let browser: Browser;
let opened: Visit;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
  opened = await visit(browser, `${site.origin}/guides/client/`);
  await opened.page.getByRole("button", { name: "Search" }).click();
});
afterAll(async () => {
  await opened?.close();
  await Promise.all([browser?.close(), site?.close()]);
});

const operations = (
  await Promise.all(
    references.map(async ({ id }) => listOperations(await readBundle(id)).map((one) => ({ ...one, api: id }))),
  )
).flat();

test.each([
  ["getserviceorder", "/reference/octopi/getServiceOrder/"],
  ["cancel service order", "/reference/octopi/cancelServiceOrder/"],
  ["advance clock", "/reference/sandbox/advanceClock/"],
  ["cancellation_reason", "/reference/octopi/cancelServiceOrder/"],
  ["lift_until", "/reference/octopi/liftHold/"],
  ["totalObjectsNumber", "/reference/dataloy/listServiceOrders/"],
  ["/api/v1/service_orders/{order_number}/cancel.json", "/reference/octopi/cancelServiceOrder/"],
  ["/_sandbox/clock/advance", "/reference/sandbox/advanceClock/"],
  ["retries", "/guides/retries/"],
  ["evidence", "/guides/evidence/"],
  ["contract", "/guides/contract-testing/"],
  ["rate limit", "/guides/sandbox/"],
  ["maxConcurrent", "/client/octopi/"],
])("%s is answered by %s among the first four", async (words, address) => {
  const results = await search(opened.page, words);
  expect(results.slice(0, 4).map(({ href }) => href)).toContain(address);
});

test.each(operations)("$operationId of $api is found by its name", async ({ operationId, api, summary }) => {
  const results = await search(opened.page, operationId);
  const found = results.slice(0, 2).find(({ href }) => href === `/reference/${api}/${operationId}/`);
  expect(found?.title).toMatch(new RegExp(`^${summary}: ${operationId} \\(.+\\)$`));
});

test("a list of results is accessible, and leaves the site alone", async () => {
  await search(opened.page, "service order");
  await expect.poll(() => opened.page.locator(".pagefind-ui__loading").count()).toBe(0);
  expect(await audit(opened.page)).toEqual([]);
  expect(opened.problems).toEqual([]);
});

/** What the dialog shows for these words: the pages, without the places in them. */
async function search(page: Page, words: string): Promise<{ href: string; title: string }[]> {
  await page.getByRole("textbox", { name: "Search" }).fill(words);
  await page.locator(".pagefind-ui__message", { hasText: `for ${words}` }).waitFor();
  const links = page.locator(".pagefind-ui__result-inner > .pagefind-ui__result-title > a");
  await links.first().waitFor();
  return links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute("href") ?? "", title: link.textContent?.trim() ?? "" })),
  );
}
