import { explainRule } from "../explain-rule.js";
import type { Report, ReportedFinding } from "../report.js";
import { type Html, html, longText } from "./markup.js";

type Kind = ReportedFinding["kind"];

/** The kinds of differences, as they are told and shown. */
export const KINDS_OF_FINDINGS: readonly { readonly kind: Kind; readonly title: string; readonly lead: string }[] = [
  { kind: "failed", title: "What is broken", lead: "The target does what the spec does not have." },
  { kind: "error", title: "Could not be judged", lead: "Whether the target keeps the spec here stays open." },
  {
    kind: "warning",
    title: "Warnings",
    lead: "The target differs from what the spec only infers: the spec may be wrong, and the target right.",
  },
  { kind: "known", title: "Known", lead: "The baseline excuses these for a time." },
];

/** The differences, one section a kind, and boxes that show and hide the sections. */
export function writeFindings({ findings, baseline }: Report): Html {
  const groups = KINDS_OF_FINDINGS.map((one) => ({ ...one, own: findings.filter(({ kind }) => kind === one.kind) }));
  const met = groups.filter(({ own }) => own.length > 0);
  if (met.length === 0)
    return html`<section aria-labelledby="findings"><h2 id="findings">Differences</h2><p class="lead">None was met.</p></section>\n`;
  const boxes = html`<fieldset><legend>Show</legend>${met.map(
    ({ kind, title, own }) =>
      html`<label><input type="checkbox" id="show-${kind}" checked> ${title} <span class="count">${own.length}</span></label>`,
  )}</fieldset>\n`;
  const sections = met.map(
    ({ kind, title, lead, own }) => html`<section class="${kind}" aria-labelledby="${kind}">
<h2 id="${kind}">${title} <span class="count">${own.length}</span></h2>
<p class="lead">${lead}</p>
${own.map((finding) => writeFinding(finding, baseline))}</section>\n`,
  );
  return html`${met.length > 1 ? boxes : undefined}${sections}`;
}

function writeFinding(finding: ReportedFinding, baseline: Report["baseline"]): Html {
  const { id, kind, rule, where, operationId, came, expected } = finding;
  const place = where.startsWith(`${operationId} `) ? where.slice(operationId.length) : "";
  const title = place === "" ? html`${where}` : html`${operationId}<span class="place">${place}</span>`;
  return html`<article class="finding ${kind}" id="${id}" aria-label="${where}">
<h3><code>${title}</code></h3>
<p><code>${rule}</code>: ${explainRule(rule)}</p>
<dl class="sides"><div class="came"><dt>Came</dt><dd>${came}</dd></div><div class="expected"><dt>Expected</dt><dd>${expected}</dd></div></dl>
<dl class="meta">${metaOf(finding, baseline)}</dl>
${commandsOf(finding)}</article>\n`;
}

function metaOf({ id, spec, checks }: ReportedFinding, baseline: Report["baseline"]): Html[] {
  const entry = baseline && [...baseline.known, ...baseline.expired].find((one) => one.id === id);
  const rows: (readonly [string, Html | undefined])[] = [
    ["In the spec", spec && html`<code>spec/${spec.file}:${spec.line}</code>`],
    ["Met by", html`${checks.join(", ")}`],
    ["Id", html`<code>${id}</code>`],
    [
      "In the baseline",
      entry && html`until ${entry.expires}, ${entry.owner}${entry.reason && html`. ${entry.reason}`}`,
    ],
  ];
  return rows.flatMap(([name, says]) => (says === undefined ? [] : [html`<dt>${name}</dt><dd>${says}</dd>`]));
}

/** One click on a command selects all of it. */
function commandsOf({ curl, client, answer }: ReportedFinding): Html[] {
  const command = (title: string, text: string | undefined) =>
    text === undefined
      ? []
      : [html`<details><summary>${title}</summary><pre class="take"><code>${longText(text)}</code></pre></details>\n`];
  const kind = answer?.contentType === "" ? "without a content type" : answer?.contentType;
  const shown =
    answer &&
    html`<details><summary>What was answered: ${answer.status} ${kind}</summary><pre><code>${longText(answer.body, 2001)}</code></pre></details>\n`;
  return [
    ...command("See it again with curl", curl),
    ...command(client?.startsWith("import ") ? "See it again with the client" : "See it again with fetch", client),
    ...(shown === undefined ? [] : [shown]),
  ];
}
