/**
 * How the page looks: light or dark as the reader's system is, narrow or wide, on paper too. All colours of text have a contrast of
 * at least 4.5 to what is behind them. Without a script, boxes that are ticked hide and show what they name.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f7f8; --panel: #fff; --code: #eef2f4; --line: #d3dce0; --text: #1c2f36; --faint: #4d6169;
  --accent: #0e6b80; --failed: #b3103a; --error: #8a4d00; --warning: #6f5400; --known: #3d5a8a; --passed: #0a6b3b;
  --wash: 7%;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10191d; --panel: #182328; --code: #10191d; --line: #2f3e45; --text: #e4ebed; --faint: #a3b3ba;
    --accent: #7fcbda; --failed: #ff92a9; --error: #e8b366; --warning: #d6c05a; --known: #a5bfe8; --passed: #6fd39b;
    --wash: 12%;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", monospace; font-size: .86em; }
header, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1, h2, h3, p, ul, dl, pre { margin: 0; }
h2 { font-size: 1.3rem; line-height: 1.3; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--panel); padding: .5rem 1rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.failed { --kind: var(--failed); } .error { --kind: var(--error); } .warning { --kind: var(--warning); }
.known { --kind: var(--known); } .passed { --kind: var(--passed); } .not-reached { --kind: var(--faint); }

.verdict { margin: 2.5rem 0 1.5rem; display: grid; grid-template-columns: auto 1fr; gap: .2rem 1.1rem; align-items: center; }
.verdict .sign {
  grid-row: span 2; width: 3.2rem; height: 3.2rem; display: grid; place-items: center; border-radius: 50%;
  color: var(--kind); background: color-mix(in srgb, var(--kind) 14%, transparent);
}
.sign svg { width: 1.6rem; height: 1.6rem; fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; letter-spacing: -.01em; }
.verdict p { color: var(--faint); }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; color: var(--faint); font-size: .92rem; }
.facts div { display: flex; gap: .4rem; }
.facts dt { white-space: nowrap; }
.facts dd { margin: 0; color: var(--text); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr)); gap: .7rem; margin: 1.4rem 0; padding: 0; list-style: none; }
.counts li { background: var(--panel); border: 1px solid var(--line); border-radius: .7rem; padding: .7rem .95rem; }
.counts b { display: block; font-size: 1.55rem; line-height: 1.2; font-variant-numeric: tabular-nums; color: var(--kind); }
.counts .none b { color: var(--faint); }
.counts span { font-size: .88rem; color: var(--faint); }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.3rem; padding: .7rem 0; list-style: none; border-block: 1px solid var(--line); }
nav a { display: inline-block; padding: .2rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.stopped { margin: 0 0 1.2rem; }
.banner { padding: .8rem 1rem; border-radius: .6rem; border: 1px solid var(--kind); background: color-mix(in srgb, var(--kind) var(--wash), var(--panel)); }

section { margin: 2.4rem 0; }
section > h2 { margin-bottom: .35rem; }
section > .lead { color: var(--faint); margin-bottom: 1rem; }
.count { color: var(--faint); font-weight: 400; }
fieldset { display: flex; flex-wrap: wrap; gap: .5rem; margin: 2rem 0 -.8rem; padding: 0; border: 0; }
fieldset legend { float: left; margin-right: .4rem; padding: .3rem 0; color: var(--faint); }
fieldset label {
  display: inline-flex; align-items: center; gap: .45rem; padding: .3rem .85rem; border: 1px solid var(--line);
  border-radius: 99px; background: var(--panel); cursor: pointer;
}
fieldset input { margin: 0; accent-color: var(--accent); }
body:has(#show-failed:not(:checked)) section.failed, body:has(#show-error:not(:checked)) section.error,
body:has(#show-warning:not(:checked)) section.warning, body:has(#show-known:not(:checked)) section.known { display: none; }

.finding, .panel { background: var(--panel); border: 1px solid var(--line); border-radius: .7rem; }
.finding { margin-bottom: 1rem; padding: 1.1rem 1.25rem; border-left: 4px solid var(--kind); }
.finding:target { outline: 3px solid var(--accent); }
.finding h3 { font-size: 1.05rem; line-height: 1.4; }
.finding h3 code { font-size: .96em; }
.finding h3 .place { color: var(--faint); font-weight: 400; }
.finding > p { color: var(--faint); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .7rem; margin: .9rem 0; }
.sides div { padding: .6rem .9rem; border-radius: .5rem; background: color-mix(in srgb, var(--side) var(--wash), var(--panel)); }
.sides dt { font-size: .82rem; font-weight: 600; color: var(--side); }
.sides dd { margin: 0; }
.came { --side: var(--kind); } .expected { --side: var(--passed); }
.meta { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; font-size: .92rem; margin-bottom: .8rem; }
.meta dt { color: var(--faint); }
.meta dd { margin: 0; }
details > summary { cursor: pointer; padding: .35rem 0; border-radius: 4px; }
.finding details { border-top: 1px solid var(--line); }
.finding summary { color: var(--accent); font-size: .94rem; }
pre { padding: .8rem 1rem; margin: .2rem 0 .9rem; border-radius: .5rem; background: var(--code); border: 1px solid var(--line); white-space: pre-wrap; tab-size: 2; }
pre.take { user-select: all; -webkit-user-select: all; }

.panel { overflow: hidden; }
.row { border-top: 1px solid var(--line); padding: 0 1.1rem; }
.row:first-child { border-top: 0; }
.row > summary, .panel > .head { display: grid; grid-template-columns: minmax(12rem, 1.6fr) repeat(4, 1fr); gap: .2rem 1.1rem; align-items: center; }
.row > summary { padding: .55rem 0; list-style: none; }
.row > summary::-webkit-details-marker { display: none; }
.row > summary > :first-child::before {
  content: ""; display: inline-block; margin-right: .7rem; border: .28rem solid transparent; border-left: .4rem solid var(--faint); border-right: 0;
}
.row[open] > summary > :first-child::before { transform: rotate(90deg); }
.row > summary:hover { color: var(--accent); }
.panel > .head { padding: .6rem 1.1rem; font-size: .86rem; color: var(--faint); border-bottom: 1px solid var(--line); }
.share { display: grid; gap: .25rem; font-size: .88rem; font-variant-numeric: tabular-nums; }
.share .aspect { display: none; }
.bar { height: .3rem; border-radius: 9px; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--passed); }
.total { font-weight: 600; background: color-mix(in srgb, var(--accent) 5%, transparent); }
.names { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: .4rem 1.6rem; padding: .2rem 0 1rem 1.1rem; }
.names h4 { margin: .5rem 0 .1rem; font-size: .86rem; }
.names ul { padding: 0; list-style: none; font-size: .92rem; }
.names div:has(li:nth-child(12)) { grid-column: 1 / -1; }
.names div:has(li:nth-child(12)) ul { columns: 21rem; column-gap: 1.6rem; }
.names li { break-inside: avoid; display: grid; grid-template-columns: 1.1rem 1fr; }
.names li::before { content: ""; width: .5rem; height: .5rem; margin-top: .5rem; border-radius: 50%; border: 1.5px solid var(--faint); }
.names .met::before { background: var(--passed); border-color: var(--passed); }
.names .missed { color: var(--faint); }
.checks > summary { grid-template-columns: minmax(12rem, 1.6fr) 4fr; }

.pill { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; color: var(--kind); background: color-mix(in srgb, var(--kind) 12%, transparent); }
.pills { display: flex; flex-wrap: wrap; gap: .35rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
th { font-weight: 600; font-size: .84rem; color: var(--faint); border-top: 0; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td .note { color: var(--faint); }
.checks th:nth-child(1), .checks th:nth-child(3) { width: 8.5rem; }
.checks th:nth-child(4) { width: 6.5rem; text-align: right; }
.checks .scroll { margin: 0 -1.1rem; padding: 0 .4rem .5rem; }
.reasons { padding: 0; list-style: none; }
.reasons li { display: grid; grid-template-columns: 3.2rem 1fr; padding: .6rem 1.1rem; border-top: 1px solid var(--line); }
.reasons li:first-child { border-top: 0; }
.reasons b { font-variant-numeric: tabular-nums; }
.reasons span { color: var(--faint); font-size: .92rem; }
.notes { padding-left: 1.2rem; }
footer { padding-block: 1.2rem 3rem; color: var(--faint); font-size: .9rem; }

@media (max-width: 44rem) {
  .panel > .head { display: none; }
  .row > summary { grid-template-columns: 1fr 1fr; padding: .8rem 0; }
  .row > summary > :first-child, .checks > summary > * { grid-column: 1 / -1; }
  .share .aspect { display: inline; color: var(--faint); }
  .finding { padding: 1rem; }
  .meta { grid-template-columns: 1fr; }
  .meta dd { margin-bottom: .3rem; }
}
@media print {
  :root { --page: #fff; }
  body { font-size: 10.5pt; }
  fieldset, nav, .skip { display: none; }
  .finding, .counts li, .row > summary { break-inside: avoid; }
  details::details-content { content-visibility: visible; }
}
`;
