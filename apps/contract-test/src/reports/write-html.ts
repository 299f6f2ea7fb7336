import type { Outcome } from "../result.js";
import { groupByReason } from "./group-by-reason.js";
import { TITLES, writeChecks } from "./html/checks.js";
import { writeCoverage } from "./html/coverage.js";
import { KINDS_OF_FINDINGS, writeFindings } from "./html/findings.js";
import { type Html, html } from "./html/markup.js";
import { STYLE } from "./html/style.js";
import type { BaselineReport, Report } from "./report.js";

/** Nothing may be loaded, run or sent from the page, whatever a server has put into the report. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Writes the report as one HTML file that needs nothing else: no script, font or picture. It can be read in the light and in the
 * dark, on a telephone, on paper and with a keyboard.
 */
export function writeHtml(report: Report): string {
  const title = `${report.title} ${SAYS[report.overall]}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the differences</a>
<header>
${writeVerdict(report, title)}${writeFacts(report)}${writeCounts(report)}${writeStopped(report)}${writeContents(report)}</header>
<main id="main">
${writeFindings(report)}${writeBaseline(report.baseline)}${writeNotReached(report)}${writeCoverage(report.coverage)}${writeChecks(report)}${writeNotes(report)}</main>
<footer><p>${report.tool.name} ${report.tool.version}. Drawn requests come from the seed ${report.seed}: the same seed draws them again.</p></footer>
</body>
</html>
`.html;
}

const SAYS = { kept: "keeps the spec", broken: "breaks the spec", "could not be told": "could not be judged" } as const;
/** Drawn, for not every system has a character for it. */
const SIGNS = {
  kept: { kind: "passed", path: "M4 13l5 5L20 6" },
  broken: { kind: "failed", path: "M5 5l14 14M19 5L5 19" },
  "could not be told": { kind: "error", path: "M8 8a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1.2-1.5 2.3v.5M12 19v.01" },
} as const;

function writeVerdict({ overall, target }: Report, title: string): Html {
  const { kind, path } = SIGNS[overall];
  return html`<div class="verdict"><span class="sign ${kind}" aria-hidden="true"><svg viewBox="0 0 24 24"><path d="${path}"/></svg></span><h1>${title}</h1><p>at <code>${target}</code></p></div>\n`;
}

function writeFacts({ mode, startedAt, durationMs, requests, seed }: Report): Html {
  const facts: [string, string][] = [
    ["Mode", mode],
    ["Began", startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC")],
    ["Took", `${(durationMs / 1000).toFixed(1)} s`],
    ["Requests", `${requests.sent}, of which ${requests.writes} write`],
    ["Seed", `${seed}`],
  ];
  return html`<dl class="facts">${facts.map(([name, says]) => html`<div><dt>${name}</dt><dd>${says}</dd></div>`)}</dl>\n`;
}

function writeCounts({ totals, findings }: Report): Html {
  const warnings = findings.filter(({ kind }) => kind === "warning").length;
  const outcomes: readonly Outcome[] = ["failed", "error", "known", "passed", "not-reached"];
  const counts = outcomes.map((outcome) => ({
    kind: outcome as string,
    count: totals[outcome],
    says: TITLES[outcome],
  }));
  const all = counts.toSpliced(2, 0, { kind: "warning", count: warnings, says: "warnings" });
  return html`<ul class="counts">${all.map(
    ({ kind, count, says }) =>
      html`<li class="${kind}${count === 0 ? " none" : ""}"><b>${count}</b><span>${says}</span></li>`,
  )}</ul>\n`;
}

function writeStopped({ stopped }: Report): Html | undefined {
  return stopped === undefined
    ? undefined
    : html`<p class="banner stopped error"><strong>The run ended early.</strong> ${stopped}</p>\n`;
}

function writeContents({ findings, baseline, results, notes }: Report): Html {
  const kinds = KINDS_OF_FINDINGS.filter(({ kind }) => findings.some((one) => one.kind === kind));
  const links: (readonly [id: string, title: string, isThere: boolean])[] = [
    ...kinds.map(({ kind, title }) => [kind, title, true] as const),
    ["baseline", "Baseline", baseline !== undefined],
    ["not-reached", "Not reached", results.some(({ outcome }) => outcome === "not-reached")],
    ["coverage", "Coverage", true],
    ["checks", "Checks", true],
    ["notes", "Notes", notes.length > 0],
  ];
  const there = links.filter(([, , isThere]) => isThere);
  return html`<nav aria-label="Contents"><ul>${there.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>\n`;
}

function writeBaseline(baseline: BaselineReport | undefined): Html | undefined {
  if (baseline === undefined) return undefined;
  const fates = [
    { entries: baseline.expired, kind: "failed", fate: "over", says: "It excuses nothing any more: decide anew." },
    { entries: baseline.fixed, kind: "passed", fate: "fixed", says: "It was not met any more: take it out." },
    { entries: baseline.untold, kind: "not-reached", fate: "untold", says: "This run tells nothing of it." },
    { entries: baseline.known, kind: "known", fate: "known", says: "It was met, and is excused." },
  ];
  const rows = fates.flatMap(({ entries, kind, fate, says }) =>
    entries.map(
      ({ id, owner, expires, reason }) =>
        html`<tr><td><span class="pill ${kind}">${fate}</span></td><td><code>${id}</code></td><td>${expires}</td><td>${owner}</td><td>${reason && html`${reason}<br>`}<span class="note">${says}</span></td></tr>\n`,
    ),
  );
  const table = html`<div class="panel scroll"><table><thead><tr><th scope="col">State</th><th scope="col">Id</th><th scope="col">Until</th><th scope="col">Owner</th><th scope="col">Why</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  return html`<section aria-labelledby="baseline">
<h2 id="baseline">Baseline <span class="count">${rows.length}</span></h2>
<p class="lead">Differences that are known, and borne for a time.</p>
${rows.length === 0 ? html`<p>It has no entries.</p>` : table}
</section>\n`;
}

function writeNotReached({ results }: Report): Html | undefined {
  const reasons = groupByReason(results);
  if (reasons.length === 0) return undefined;
  const total = reasons.reduce((sum, one) => sum + one.count, 0);
  const items = reasons.map(
    ({ note, count, operationIds }) =>
      html`<li><b>${count}</b><div>${note}<br><span>${operationIds.join(", ")}</span></div></li>\n`,
  );
  return html`<section aria-labelledby="not-reached">
<h2 id="not-reached">Not reached <span class="count">${total}</span></h2>
<p class="lead">The target answered as documented, but what the check is about did not come up.</p>
<div class="panel"><ul class="reasons">${items}</ul></div>
</section>\n`;
}

function writeNotes({ notes }: Report): Html | undefined {
  if (notes.length === 0) return undefined;
  return html`<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
<ul class="notes">${notes.map((note) => html`<li>${note}</li>\n`)}</ul>
</section>\n`;
}
