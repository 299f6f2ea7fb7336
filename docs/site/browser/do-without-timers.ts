import type { Page } from "playwright-core";

/** Lets `audit` look at a page that was opened without JavaScript: such a page has no timers, and axe waits on some. */
export function doWithoutTimers(page: Page): Promise<void> {
  return page.evaluate(() => {
    Object.assign(window, { setTimeout: (run: () => void) => void Promise.resolve().then(run) });
  });
}
