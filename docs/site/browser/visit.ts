import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface Visit {
  page: Page;
  /** What must not happen: requests that leave the origin or fail, messages of errors on the console, exceptions. */
  problems: string[];
  /** The paths of everything that was asked for until now, each once. */
  asked: Set<string>;
  close(): Promise<void>;
}

/** Opens a page of a site in a browser profile of its own and waits until it is loaded. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const asked = new Set<string>();
  const { origin } = new URL(url);
  page.on("request", (request) => {
    if (request.url().startsWith(origin)) asked.add(new URL(request.url()).pathname);
    if (!isOwn(request.url(), origin)) problems.push(`request to ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    problems.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== url) problems.push(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  await page.goto(url, { waitUntil: "load" });
  return { page, problems, asked, close: () => context.close() };
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
}
