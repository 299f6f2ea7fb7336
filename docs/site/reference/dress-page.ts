import { headerLinks } from "../navigation.ts";
import type { Settings } from "../settings.ts";
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
  {
    why: "its chooser of the request's examples would change nothing while a code sample is shown",
    from: /(\(0,\w+\.jsx\)\(\w+,\{exampleIds:\w+,selectedIdx:\w+,onSelect:\w+\}\)),(\(0,\w+\.jsx\)\(\w+,\{description:[^{}]{1,40}\}\)),(\w+)\?/g,
    to: "$3&&$1,$3&&$2,$3?",
  },
];

/** What a reference page must know beside what Redocly puts into it. */
export interface Dress {
  /** The part of the page's address, such as `octopi`. */
  api: string;
  /** One sentence, for search engines. */
  description: string;
  operations: readonly OperationLink[];
  /** The origin that the site will be published at, and the path below which it stands. */
  settings: Pick<Settings, "origin" | "base">;
}

/**
 * Finishes a page that Redocly built: the site's header, nothing that is fetched from elsewhere, a way on for those without JavaScript,
 * and `#getServiceOrder` as a short address of an operation.
 *
 * @throws When something that is to be repaired is not found: then Redoc has changed, and a look at the new version is due.
 */
export function dressPage(html: string, dress: Dress): string {
  const { api, operations } = dress;
  const anchors = Object.fromEntries(operations.map(({ operationId, anchor }) => [operationId, anchor]));
  return repairs
    .reduce(repair, html)
    .replace("<!-- quayside:header -->", () => header(api))
    .replace("<!-- quayside:head -->", () => head(dress))
    .replace("<!-- quayside:noscript -->", () => noscript(dress))
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
  const menu = '<button type="button" popovertarget="site-menu">Menu</button>';
  return `${home}${menu}<nav aria-label="Site" id="site-menu" popover>${links.join("")}</nav>`;
}

function head({ api, description, settings: { origin, base } }: Dress): string {
  const named = `<meta name="description" content="${asText(description)}" />`;
  const twin = `<link rel="alternate" type="text/markdown" href="../${api}.md" />`;
  const address = origin === undefined ? "" : `<link rel="canonical" href="${origin}${base}reference/${api}/" />`;
  return named + twin + address;
}

/** Without JavaScript Redoc shows nothing, and the operations have pages that need none. */
function noscript({ api, operations }: Dress): string {
  const items = operations.map(
    ({ operationId, summary }) => `<li><a href="${operationId}/">${asText(summary)}</a></li>`,
  );
  const others = `<a href="../${api}.md">a text in Markdown</a> and <a href="../../spec/${api}.yaml">the description itself</a>`;
  return `<noscript><div class="noscript"><p>This page needs JavaScript. Without it there are ${others}, and a page of each operation:</p><ul>${items.join("")}</ul></div></noscript>`;
}

function asText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Before Redoc reads the address, and whenever a link on the page changes it. */
function shortAddresses(anchors: Record<string, string>): string {
  return `const anchors = ${JSON.stringify(anchors)};
    const lengthen = () => { const anchor = anchors[location.hash.slice(1)]; if (anchor) location.replace(anchor); };
    lengthen(); addEventListener("hashchange", lengthen);`;
}
