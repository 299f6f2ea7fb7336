import {
  ASPECTS,
  type Aspect,
  type Coverage,
  type OperationCoverage,
  type Reach,
} from "../../spec-coverage/coverage.js";
import { type Html, html } from "./markup.js";

/** What of the spec was met: a row per operation, which opens to the names. */
export function writeCoverage({ operations, totals }: Coverage): Html {
  return html`<section aria-labelledby="coverage">
<h2 id="coverage">Coverage</h2>
<p class="lead">What of the spec was met. A row opens to the names.</p>
<div class="panel"><div class="head" aria-hidden="true"><span>Operation</span>${ASPECTS.map((aspect) => html`<span>${titleOf(aspect)}</span>`)}</div>
${operations.map(writeOperation)}<div class="head total"><span>All operations</span>${ASPECTS.map((aspect) => {
    const { reached, documented } = totals[aspect];
    return writeShare(aspect, reached, documented);
  })}</div></div>
</section>\n`;
}

function writeOperation({ operationId, ...reaches }: OperationCoverage): Html {
  const shares = ASPECTS.map((aspect) => {
    const { reached, missed } = reaches[aspect];
    return writeShare(aspect, reached.length, reached.length + missed.length);
  });
  return html`<details class="row"><summary><code>${operationId}</code>${shares}</summary>
<div class="names">${ASPECTS.flatMap((aspect) => writeNames(aspect, reaches[aspect]))}</div></details>\n`;
}

function writeShare(aspect: Aspect, reached: number, documented: number): Html {
  if (documented === 0)
    return html`<span class="share"><span><span class="aspect">${titleOf(aspect)}: </span>none</span></span>`;
  const percent = Math.floor((reached / documented) * 100);
  return html`<span class="share"><span><span class="aspect">${titleOf(aspect)}: </span>${reached} of ${documented}</span><span class="bar"><i style="width:${percent}%"></i></span></span>`;
}

function writeNames(aspect: Aspect, { reached, missed }: Reach): Html[] {
  if (reached.length + missed.length === 0) return [];
  const items = [
    ...missed.map(
      (name) => html`<li class="missed"><span><span class="hidden">not met: </span><code>${name}</code></span></li>`,
    ),
    ...reached.map(
      (name) => html`<li class="met"><span><span class="hidden">met: </span><code>${name}</code></span></li>`,
    ),
  ];
  return [html`<div><h4>${titleOf(aspect)}</h4><ul>${items}</ul></div>`];
}

function titleOf(aspect: Aspect): string {
  return aspect.charAt(0).toUpperCase() + aspect.slice(1);
}
