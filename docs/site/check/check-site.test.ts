import { expect, test } from "vitest";
import { type Reference, readBuiltSite } from "./built-site.ts";
import { checkSite } from "./check-site.ts";
import { fileOf } from "./site.fixture.ts";

const reference: Reference = {
  page: "/reference/octopi/",
  anchors: ["getServiceOrder", "/service-orders/getserviceorder"],
  links: [],
};

/** The findings in the body of a page of a small site that is whole otherwise, without the words that say what to do. */
function findIn(body: string, more: Record<string, string> = {}, settings: { base?: string; origin?: string } = {}) {
  return findAll({ "/guides/client/": page(body), ...more }, settings).map(({ rule, where }) => `${rule} ${where}`);
}

function findAll(more: Record<string, string>, { base = "/", origin }: { base?: string; origin?: string } = {}) {
  const start = ["guides/client/", "guides/mock/", "discrepancies/", "reference/octopi/"];
  const whole = {
    "/": page(start.map((path) => `<a href="${base}${path}">there</a>`).join("")),
    "/guides/client/": page("client"),
    "/guides/mock/": page('<h2 id="start-it">Start it</h2><h2 id="gr%C3%B6%C3%9Fe">x</h2>'),
    "/discrepancies/": page('<h2 id="d-07">D-07</h2>'),
    "/reference/octopi/": page('<a href="/section/times" data-discover="true">Times</a>'),
    "/favicon.svg": "<svg/>",
    "/spec/octopi.yaml": "openapi: 3.1.0",
  };
  const files = new Map(Object.entries({ ...whole, ...more }).map(([path, text]) => [path, fileOf(path, text)]));
  return checkSite(readBuiltSite(files, { base, origin }, [reference]));
}

function page(body: string, head = '<title>A page</title><meta name="description" content="What it says.">'): string {
  return `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

const here = "/guides/client/";

test.each([
  '<a href="/guides/mock/">',
  '<a href="../mock/#start-it">',
  '<a href="/guides/mock/index.html">',
  '<a href="/guides/mock/?from=here#start-it">',
  '<a id="own" href="#own">',
  '<a href="#top">',
  '<a href="/reference/octopi/#getServiceOrder">',
  '<a href="/reference/octopi/#/service-orders/getserviceorder">',
  '<a href="/reference/octopi/#/section/times">',
  '<a href="/spec/octopi.yaml#anything">',
  '<a href="https://example.org/x">',
  '<a href="mailto:a@example.org">',
  '<img src="/favicon.svg" alt="">',
  '<script>"<a href=/nowhere/>"</script>',
  '<pre data-language="json">{"a": [1, null]}</pre>',
  "D-07 and <code># D-07</code>",
])("%s is right", (body) => {
  expect(findIn(body)).toEqual([]);
});

test.each([
  ["a page that is not there", '<a href="/guides/moc/">', "missing-page"],
  ["a page without its slash", '<a href="/guides/mock">', "missing-page"],
  ["a page in other letters", '<a href="/Guides/mock/">', "missing-page"],
  ["a heading that is not there", '<a href="/guides/mock/#stop-it">', "missing-anchor"],
  ["a heading of its own that is not there", '<a href="#nowhere">', "missing-anchor"],
  ["an operation that the reference has not", '<a href="/reference/octopi/#getServiceOrdr">', "missing-anchor"],
  ["a section that the reference has not", '<a href="/reference/octopi/#/section/time">', "missing-anchor"],
  ["an entry that is none", '<a href="/discrepancies/#d-99">D-07</a>', "missing-anchor"],
  ["an image that is not there", '<img src="/stack.png" alt="">', "missing-page"],
  ["one of several images", '<img src="/favicon.svg" srcset="/favicon.svg 1x, /big.png 2x" alt="">', "missing-page"],
  ["an image of a picture", '<picture><source srcset="/big.png 800w"></picture>', "missing-page"],
  ["an image of a style", "<p style=\"background: url('/paper.png')\">", "missing-page"],
  ["an image of a style sheet in the page", "<style>p { background: url(/paper.png) }</style>", "missing-page"],
  ["a script that is not there", '<script src="/gone.js"></script>', "missing-page"],
  ["an icon of an image", '<svg><use href="#lost"/></svg>', "missing-anchor"],
  ["a link in noscript", '<noscript><a href="/gone/">there</a></noscript>', "missing-page"],
  ["a poster", '<video poster="/gone.png"></video>', "missing-page"],
  ["a link over http", '<a href="http://example.org/">', "insecure-link"],
  ["a link that cannot be read", '<a href="https://a b/">', "missing-page"],
  ["a link without an address", '<a href="">', "empty-link"],
  ["an image without an address", '<img alt="">', "empty-link"],
  ["an id twice", '<h2 id="a">1</h2><h2 id="a">2</h2>', "duplicate-id"],
  ["an image without alt", '<img src="/favicon.svg">', "no-alt"],
  ["JSON that cannot be read", '<pre data-language="json">{"a": 1,}</pre>', "broken-json"],
  ["an entry in code that is none", "<pre># D-99</pre>", "unknown-entry"],
])("%s is found", (_, body, rule) => {
  expect(findIn(body)).toEqual([`${rule} ${here}`]);
});

test.each([
  ['<meta name="description" content="x">', "no-title"],
  ["<title>A page</title>", "no-description"],
  ['<title>A page</title><meta name="description" content=" ">', "no-description"],
])("a head of %s is found", (head, rule) => {
  expect(findAll({ [here]: page("", head) })).toMatchObject([{ rule, where: here }]);
});

test("two cells side by side are no word", () => {
  expect(findIn("<table><tr><td>D-07</td><td>401</td></tr></table>")).toEqual([]);
});

test("the title of an image is not the page's", () => {
  const head = '<meta name="description" content="x">';
  expect(findAll({ [here]: page("<svg><title>A stack</title></svg>", head) })).toMatchObject([{ rule: "no-title" }]);
});

test.each([
  ["/guides/client.md", "[a](mock.md) ![b](gone.png)", 2],
  ["/guides/client.md", "[a][b]\n\n[b]: /gone/", 1],
  ["/guides/client.md", '<a href="/gone/">a</a>', 1],
  ["/guides/client.md", "`[a](gone.md)` and\n\n```\n[a](gone.md)\n```\n", 0],
  ["/llms.txt", "# Quayside\n\n- [Client](/guides/client/), [none](/guides/none/)", 1],
  ["/site.css", "@import '/gone.css'; p { background: url( gone.png ) } /* url(no.png) */", 2],
  [
    "/sitemap-0.xml",
    "<url><loc>https://example.org/gone/</loc></url><url><loc>https://example.org/guides/mock/</loc></url>",
    1,
  ],
])("what %s links to is looked for: %j", (file, text, count) => {
  const found = findIn("", { [file]: text }, { origin: "https://example.org" });
  expect(found).toEqual(Array.from({ length: count }, () => `missing-page ${file}`));
});

test("links in the descriptions that Redoc shows are looked for", () => {
  const files = new Map([["/reference/octopi/", fileOf("/reference/octopi/", page(""))]]);
  const links = ["../../guides/gone/", "#getServiceOrder", "#getServiceOrdr"].map((to) => ({ to, loaded: false }));
  const found = checkSite(readBuiltSite(files, { base: "/", origin: undefined }, [{ ...reference, links }]));
  expect(found.map(({ rule }) => rule)).toEqual(["missing-page", "missing-anchor", "unreachable-page"]);
});

test("a page that no other leads to is found", () => {
  expect(findIn("", { "/guides/lost/": page('<a href="/guides/lost/">itself</a>') })).toEqual([
    "unreachable-page /guides/lost/",
  ]);
});

test("a page at its own address, and where it says so, is looked for on the site", () => {
  const head = (url: string) =>
    `<title>A</title><meta name="description" content="b"><link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`;
  const origin = "https://example.org";
  expect(findAll({ [here]: page("", head(`${origin}/guides/client/`)) }, { origin })).toEqual([]);
  expect(findAll({ [here]: page("", head(`${origin}/guides/clint/`)) }, { origin })).toMatchObject([
    { rule: "missing-page", where: here },
  ]);
});

test("below a base, what does not begin with it leads off the site", () => {
  const base = "/quayside/";
  expect(findIn('<a href="/quayside/guides/mock/#start-it">', {}, { base })).toEqual([]);
  expect(findIn('<a href="../mock/#start-it">', {}, { base })).toEqual([]);
  expect(findIn('<a href="/guides/mock/">', {}, { base })).toEqual([`outside-base ${here}`]);
  expect(findIn('<a href="../../../guides/mock/">', {}, { base })).toEqual([`outside-base ${here}`]);
  expect(findIn('<img src="/favicon.svg" alt="">', {}, { base })).toEqual([`outside-base ${here}`]);
});

test("the page for addresses that lead nowhere is shown at any depth", () => {
  expect(findIn("", { "/404.html": page('<a href="/guides/mock/">a</a><a id="b" href="#b">c</a>') })).toEqual([]);
  expect(findIn("", { "/404.html": page('<a href="guides/mock/">a</a>') })).toEqual(["missing-page /404.html"]);
});

test.each([
  ['<a href="/guides/mock">', "Put a slash at the end of it."],
  ['<a href="/Guides/mock/">', "It is spelled /guides/mock/."],
  ['<a href="/guides/mock/#Start-It">', "but one with #start-it"],
  ['<a href="/discrepancies/#d-99">', "There is no entry D-99: write it in docs/discrepancies.md"],
  ['<a href="/reference/octopi/#gone">', 'no operation or section "gone"'],
])("the message on %s says what to do: %s", (body, advice) => {
  const [finding] = findAll({ [here]: page(body) });
  expect(finding?.message).toContain(advice);
});
