import { headerLinks } from "../navigation.ts";
import type { OperationLink } from "./list-operations.ts";

/** What in Redoc 3.0.1 must change, and why. */
const repairs: readonly { why: string; from: RegExp; to: string }[] = [
  {
    why: "its badge would fetch a logo",
    from: /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini[a-z-]*\.svg/g,
    to: "data:,",
  },
  {
    why: "the choosers of examples and media types would hide what is chosen behind a label",
    from: /"aria-label":r,(children:\(0,\w+\.jsx\)\(\w+,\{children:i\?\.labelNode)/g,
    to: '"aria-label":[r,i?.label].join(": "),$1',
  },
  {
    why: "the button that clears the search has no name and is out of the keyboard's reach",
    from: /(sendSearchInputResetClickedMessage.{0,120}?)tabIndex:-1/g,
    to: '$1"aria-label":`Clear the search`',
  },
];

/**
 * Finishes a page that Redocly built: the site's header, nothing that is fetched from elsewhere, and `#getServiceOrder` as a short
 * address of an operation.
 *
 * @param api - The part of the page's address, such as `octopi`.
 * @throws When something that is to be repaired is not found: then Redoc has changed, and a look at the new version is due.
 */
export function dressPage(html: string, api: string, operations: readonly OperationLink[]): string {
  const anchors = Object.fromEntries(operations.map(({ operationId, anchor }) => [operationId, anchor]));
  return repairs
    .reduce(repair, html)
    .replace("<!-- quayside:header -->", () => header(api))
    .replace("<!-- quayside:noscript -->", () => noscript(api, operations))
    .replace("<!-- quayside:twin -->", () => `<link rel="alternate" type="text/markdown" href="../${api}.md" />`)
    .replace("<head>", () => `<head>\n  <script>${shortAddresses(anchors)}</script>`);
}

function repair(html: string, { why, from, to }: (typeof repairs)[number]): string {
  const repaired = html.replace(from, to);
  if (repaired === html) {
    throw new Error(
      `Redoc has changed: ${from} is not in the page. It was replaced because ${why}; see how that is now.`,
    );
  }
  return repaired;
}

function header(api: string): string {
  const links = headerLinks.map(({ label, href }) => {
    const here = href === `/reference/${api}/` ? ' aria-current="page"' : "";
    return `<a href="../..${href}"${here}>${label}</a>`;
  });
  const home = '<a class="home" href="../../"><img src="../../favicon.svg" alt="" /><span>Quayside</span></a>';
  return `<nav aria-label="Site">${home}${links.join("")}</nav>`;
}

/** Without JavaScript Redoc shows nothing, and the operations have pages that need none. */
function noscript(api: string, operations: readonly OperationLink[]): string {
  const pages = operations.map(({ operationId, summary }) => `<li><a href="${operationId}/">${summary}</a></li>`);
  const others = `<a href="../${api}.md">a text in Markdown</a> and <a href="../../spec/${api}.yaml">the description itself</a>`;
  return `<noscript><div class="noscript"><p>This page needs JavaScript. Without it there are ${others}, and a page of each operation:</p><ul>${pages.join("")}</ul></div></noscript>`;
}

/** Before Redoc reads the address, and whenever a link on the page changes it. */
function shortAddresses(anchors: Record<string, string>): string {
  return `const anchors = ${JSON.stringify(anchors)};
    const lengthen = () => { const anchor = anchors[location.hash.slice(1)]; if (anchor) location.replace(anchor); };
    lengthen(); addEventListener("hashchange", lengthen);`;
}
