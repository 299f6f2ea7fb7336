import { OUTCOMES, type Outcome } from "../../result.js";
import { findingId } from "../finding-id.js";
import type { Report } from "../report.js";
import { type Html, html } from "./markup.js";

type Result = Report["results"][number];

/** Outcomes as they are told. */
export const TITLES: Readonly<Record<Outcome, string>> = {
  passed: "passed",
  failed: "failed",
  known: "known",
  error: "not judged",
  "not-reached": "not reached",
};

/** Every check, by operation. */
export function writeChecks(report: Report): Html {
  const operationIds = [...new Set(report.results.map(({ operationId }) => operationId))];
  return html`<section aria-labelledby="checks">
<h2 id="checks">Checks <span class="count">${report.results.length}</span></h2>
<p class="lead">All that was asked, by operation, and how it ended.</p>
<div class="panel">${operationIds.map((operationId) => writeOperation(operationId, report))}</div>
</section>\n`;
}

function writeOperation(operationId: string, { results, api, findings }: Report): Html {
  const own = results.filter((one) => one.operationId === operationId);
  const told = new Set(findings.map(({ id }) => id));
  const pills = OUTCOMES.map((outcome) => ({ outcome, count: own.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => html`<span class="pill ${outcome}">${count} ${TITLES[outcome]}</span>`);
  return html`<details class="row checks"><summary><code>${operationId}</code><span class="pills">${pills}</span></summary>
<div class="scroll"><table><thead><tr><th scope="col">Ended</th><th scope="col">Check</th><th scope="col">Status</th><th scope="col">Time</th></tr></thead>
<tbody>${own.map((one) => writeRow(one, api, told))}</tbody></table></div></details>\n`;
}

function writeRow(result: Result, api: string, told: ReadonlySet<string>): Html {
  const { kind, name, outcome, status, asked, note, durationMs } = result;
  const says = kind === "request" ? name : `${kind}: ${name}`;
  const ids = [...new Set([...result.findings, ...result.known, ...result.warnings].map((one) => findingId(api, one)))];
  const links = ids
    .filter((id) => told.has(id))
    .slice(0, 10)
    .map((id) => html` <a href="#${id}">${id}</a>`);
  const wanted = asked === undefined || asked === status ? "" : ` (${asked} was asked for)`;
  return html`<tr><td><span class="pill ${outcome}">${TITLES[outcome]}</span></td><td>${says}${note === "" ? undefined : html`<br><span class="note">${note}</span>`}${links}</td><td>${status ?? "–"}${wanted}</td><td class="number">${Math.round(durationMs)} ms</td></tr>\n`;
}
