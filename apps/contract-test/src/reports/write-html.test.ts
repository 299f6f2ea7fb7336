import { expect, test } from "vitest";
import { HOSTILE_TEXTS, withTextEverywhere } from "../testing/hostile.js";
import { FACTS, keptReport, sampleReport } from "../testing/report.js";
import type { Report } from "./report.js";
import { writeHtml } from "./write-html.js";

const report = sampleReport();
const page = writeHtml(report);

const EMPTY = ["meta", "br", "input", "path"];

/** The page's tags in their order, as they stand; fails where one is not closed, or something else looks like a tag. */
function tagsOf(written: string): string[] {
  const body = written.replace("<!doctype html>", "").replace(/<style>[^<]*<\/style>/, "");
  const tag = /<(\/?)([a-z0-9]+)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*)\/?>/g;
  const open: string[] = [];
  for (const [, closing, name = ""] of body.matchAll(tag)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!EMPTY.includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
  expect(body.replaceAll(tag, "")).not.toMatch(/[<>]/);
  return body.match(tag) ?? [];
}

/** A part of the page, from one heading to the next. */
function sectionOf(id: string, written = page): string {
  return written.slice(written.indexOf(`<h2 id="${id}">`)).split("</section>")[0] ?? "";
}

test("the verdict is the title and the heading", () => {
  expect(page).toContain("<title>Octopi TOS breaks the spec</title>");
  expect(page).toContain("<h1>Octopi TOS breaks the spec</h1>");
  expect(writeHtml(keptReport())).toContain("<h1>Octopi TOS keeps the spec</h1>");
  expect(writeHtml({ ...report, overall: "could not be told" })).toContain("<h1>Octopi TOS could not be judged</h1>");
});

test("nothing is loaded, run or sent, and the page says so before anything else could", () => {
  const head = page.slice(0, page.indexOf("<style>"));
  expect(head).toMatch(
    /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; /,
  );
  expect(/<style>(.*)<\/style>/s.exec(page)?.[1]).not.toMatch(/url\(|@import|</);
  const names = tagsOf(page).map((tag) => tag.replace(/^<\/?|[ >].*$/g, ""));
  expect(names.filter((name) => /script|link|img|iframe|object|form|button|base|audio|video/.test(name))).toEqual([]);
  const attributes = tagsOf(page).flatMap((tag) => tag.match(/ [a-zA-Z-]+(="[^"]*")?/g) ?? []);
  expect(attributes.filter((one) => /^ (on|src|action|srcdoc|ping)/.test(one))).toEqual([]);
  expect(attributes.filter((one) => one.startsWith(" href=") && !one.startsWith(' href="#'))).toEqual([]);
  expect(attributes.filter((one) => one.startsWith(" style=") && !/^ style="width:\d+%"$/.test(one))).toEqual([]);
});

test("it has its language, landmarks, one main heading, and a way past the head", () => {
  expect(page).toContain('<html lang="en">');
  const tags = tagsOf(page);
  expect(
    ["<header>", '<main id="main">', "<footer>", "<h1>"].map((tag) => tags.filter((one) => one === tag).length),
  ).toEqual([1, 1, 1, 1]);
  expect(page).toContain('<nav aria-label="Contents">');
  expect(page).toContain('<a class="skip" href="#main">');
});

test("every link of the page leads to a place on it", () => {
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
  expect([...page.matchAll(/ id="/g)].length).toBe(ids.size);
});

test("a difference shows what came and what is expected side by side, and where the spec says so", () => {
  const section = sectionOf("failed");
  expect(section).toContain('<article class="finding failed" id="octopi-29198a47"');
  expect(section).toContain("<dt>Came</dt><dd>7 is not allowed</dd>");
  expect(section).toContain("<dt>Expected</dt><dd>a string</dd>");
  expect(section).toContain("<code>spec/octopi/service-orders/schemas/ServiceOrder.yaml:42</code>");
  expect(section).toContain("<dt>Met by</dt><dd>everything that may be sent, status is cancelled</dd>");
});

test("a command and the client's code are selected with one click; the answer is shown", () => {
  const section = sectionOf("failed");
  expect(section).toContain(
    '<summary>See it again with curl</summary><pre class="take"><code>curl --include &#39;http://127.0.0.1:4010/',
  );
  expect(section).toContain("<summary>See it again with the client</summary>");
  expect(section).toContain("<summary>See it again with fetch</summary>");
  expect(section).toContain("<summary>What was answered: 200 application/json</summary>");
  expect(page).toContain("pre.take { user-select: all;");
});

test("each kind has its section, and a box that hides it", () => {
  for (const kind of ["failed", "error", "warning", "known"]) {
    expect(page).toContain(`<input type="checkbox" id="show-${kind}" checked>`);
    expect(page).toContain(`body:has(#show-${kind}:not(:checked)) section.${kind}`);
    expect(page).toContain(`<section class="${kind}" aria-labelledby="${kind}">`);
  }
  expect(sectionOf("error")).toContain("listInterchanges");
  expect(sectionOf("error")).not.toContain("listServiceOrders");
});

test("one kind alone needs no boxes, and none says so", () => {
  const broken = report.findings.filter(({ kind }) => kind === "failed");
  expect(writeHtml({ ...report, findings: broken })).not.toContain("<fieldset>");
  expect(writeHtml(keptReport())).toContain('<p class="lead">None was met.</p>');
});

test("what is known says until when and by whom it is borne; the baseline tells the fate of each entry", () => {
  expect(sectionOf("known")).toContain(
    "<dt>In the baseline</dt><dd>until 2026-06-30, Integration team. Octopi&#39;s ticket 4711;",
  );
  const baseline = sectionOf("baseline");
  for (const fate of ["over", "fixed", "untold", "known"]) expect(baseline).toContain(`>${fate}</span></td>`);
  expect(writeHtml(keptReport())).not.toContain('id="baseline"');
  expect(writeHtml({ ...report, baseline: { known: [], expired: [], fixed: [], untold: [] } })).toContain(
    "It has no entries.",
  );
});

test("what was not reached stands by reason", () => {
  expect(sectionOf("not-reached")).toContain(
    "<li><b>3</b><div>404: the target does not have the record of the example, or not in this state<br><span>updateInterchange, deleteInterchange, liftHold</span>",
  );
});

test("coverage has a row per operation with the share of each aspect, and the names", () => {
  const [row = ""] = sectionOf("coverage").split("</details>");
  expect(row).toContain("<summary><code>listServiceOrders</code>");
  expect(row).toContain('Statuses: </span>2 of 5</span><span class="bar"><i style="width:40%"></i></span>');
  expect(row).toContain("Request properties: </span>none</span>");
  expect(row).toContain('<li class="missed"><span><span class="hidden">not met: </span><code>404</code></span></li>');
  expect(row).toContain('<li class="met"><span><span class="hidden">met: </span><code>query.per</code></span></li>');
  expect(sectionOf("coverage")).toContain("<span>All operations</span>");
});

test("every check is there, collapsed by operation, with a way to what it met", () => {
  const checks = sectionOf("checks");
  expect(checks.match(/<tr><td>/g)).toHaveLength(17);
  expect(checks).toContain(
    '<td>meaning: the pages make up the list <a href="#octopi-a7ffd6b3">octopi-a7ffd6b3</a></td>',
  );
  expect(checks).not.toContain("<details open");
  expect(checks).toContain('<br><span class="note">404: the target does not have');
});

test("notes and why a run ended early are told", () => {
  expect(sectionOf("notes")).toContain("<li>The service order QUAYSIDE-7f3a-12 could not be removed: 500.");
  expect(writeHtml({ ...report, stopped: "It went away." })).toContain(
    "<strong>The run ended early.</strong> It went away.",
  );
  expect(page).not.toContain("ended early");
});

test("a report without anything can be written", () => {
  const coverage = { ...report.coverage, operations: [] };
  const nothing: Report = { ...report, ...FACTS, findings: [], results: [], notes: [], baseline: undefined, coverage };
  expect(tagsOf(writeHtml(nothing)).length).toBeGreaterThan(50);
});

test.each([...HOSTILE_TEXTS, ""])(
  "whatever a server sends, the page has the same tags, and is not too long: %.40j",
  (text) => {
    const withStopped = { ...report, stopped: "x" };
    const names = (written: string) => tagsOf(written).map((tag) => tag.split(/[ >]/)[0]);
    const hostile = writeHtml(withTextEverywhere(withStopped, text));
    const harmless = writeHtml(withTextEverywhere(withStopped, text.length > 1000 ? "x".repeat(1001) : text && "x"));
    expect(names(hostile)).toEqual(names(harmless));
    expect(hostile.length).toBeLessThan(3_000_000);
  },
);
