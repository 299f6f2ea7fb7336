import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { followLink } from "../check/follow-link.ts";
import { readDist } from "../check/read-dist.ts";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { type Site, startSite } from "../serve.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const built = await readDist();
const targets = [...built.links].flatMap(([from, links]) => links.map(({ to }) => followLink(built, from, to)));
const linked = await Promise.all(
  references.map(async ({ id }) => {
    const operations = listOperations(await readBundle(id));
    const page = `/reference/${id}/`;
    // What stands in the HTML is there without Redoc.
    const plain = new Set(["", ...(built.pages.get(page)?.ids ?? [])]);
    const anchors = targets.flatMap((target) =>
      target.kind === "inside" && target.path === page ? target.anchor : [],
    );
    return { page, operations, anchors: [...new Set(anchors)].filter((anchor) => !plain.has(anchor)) };
  }),
);

test("the site has links into the references", () => {
  expect(linked.flatMap(({ anchors }) => anchors)).toEqual(
    expect.arrayContaining(["getServiceOrder", "/service-orders/getserviceorder"]),
  );
});

describe.each(linked)("a link into $page", ({ page, operations, anchors }) => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, site.origin + page);
    await opened.page.locator("[data-section-id], h1").first().waitFor();
  });
  afterAll(() => opened.close());

  test.each(anchors)("to #%s shows that very place", async (anchor) => {
    const operation = operations.find((one) => one.operationId === anchor || one.anchor === `#${anchor}`);
    const id = (operation?.anchor ?? `#${anchor}`).replace(/^#\/?/, "");
    await go(opened.page, anchor);
    await expect.poll(() => isInView(opened.page, id), { timeout: 20_000 }).toBe(true);
    if (operation === undefined) return;
    const heading = opened.page.locator(`[id="${id}"]`).getByRole("heading").first();
    expect(await heading.textContent()).toContain(operation.summary);
  });

  test("to nothing shows none of the operations", async () => {
    await go(opened.page, "/nothing/here");
    expect(await isInView(opened.page, "nothing/here")).toBe(false);
  });
});

function go(page: Page, anchor: string): Promise<void> {
  return page.evaluate((hash) => {
    location.hash = hash;
  }, anchor);
}

/** Whether the top of a place is on the screen, below the site's bar. */
function isInView(page: Page, id: string): Promise<boolean> {
  return page.evaluate((name) => {
    const top = document.getElementById(name)?.getBoundingClientRect().top;
    return top !== undefined && top >= 0 && top < innerHeight;
  }, id);
}
