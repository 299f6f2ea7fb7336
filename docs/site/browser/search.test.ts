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
    references.map(async ({ id, name }) =>
      listOperations(await readBundle(id)).map((one) => ({ ...one, api: id, apiName: name })),
    ),
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

test("every operation is found first by its name, under a title that says what it does and whose it is", async () => {
  const found = await Promise.all(operations.map(({ operationId }) => ask(opened.page, operationId)));
  for (const [at, { operationId, api, summary, apiName }] of operations.entries()) {
    // Both vendors have a getServiceOrder.
    const result = found[at]?.slice(0, 2).find(({ href }) => href === `/reference/${api}/${operationId}/`);
    expect(result?.title, operationId).toBe(`${summary}: ${operationId} (${apiName})`);
  }
});

test("a list of results is accessible, and leaves the site alone", async () => {
  await search(opened.page, "service order");
  expect(await audit(opened.page)).toEqual([]);
  expect(opened.problems).toEqual([]);
});

/** What the dialog shows for these words: the pages, without the places in them. */
async function search(page: Page, words: string): Promise<{ href: string; title: string }[]> {
  await page.getByRole("textbox", { name: "Search" }).fill(words);
  await page.locator(".pagefind-ui__message", { hasText: `for ${words}` }).waitFor();
  const links = page.locator(".pagefind-ui__result-inner > .pagefind-ui__result-title > a");
  await links.first().waitFor();
  // Each result is fetched by itself.
  await expect.poll(() => page.locator(".pagefind-ui__loading").count(), { timeout: 20_000 }).toBe(0);
  return links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute("href") ?? "", title: link.textContent?.trim() ?? "" })),
  );
}

/** What the index answers, without the dialog: the first three pages. */
function ask(page: Page, words: string): Promise<{ href: string; title: string }[]> {
  // As a text: Vitest would make a function of its own of the import.
  return page.evaluate(`(async () => {
    const { search } = await import("/pagefind/pagefind.js");
    const { results } = await search(${JSON.stringify(words)});
    const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    return pages.map(({ url, meta }) => ({ href: url, title: meta.title }));
  })()`);
}
