import type { BuiltSite } from "./built-site.ts";
import type { Finding } from "./finding.ts";
import { followLink } from "./follow-link.ts";

/** A finding for each link of a page or file that leads nowhere, or where it should not. */
export function checkLinks(site: BuiltSite): Finding[] {
  return [...site.links].flatMap(([from, links]) => {
    const different = new Set(links.map(({ to }) => to));
    return [...different].flatMap((to) => checkLink(site, from, to) ?? []);
  });
}

function checkLink(site: BuiltSite, where: string, to: string): Finding | undefined {
  if (to.trim() === "") {
    return {
      rule: "empty-link",
      where,
      message:
        "has a link or an image without an address. Give it one, or take it out. An image lies in docs/site/public/, and its address begins with /.",
    };
  }
  const target = followLink(site, where, to);
  if (target.kind === "inside") return checkPlace(site, where, to, target);
  if (target.kind === "outside-base") {
    const message = `links to ${to}, which does not begin with ${site.base}, where the site stands. Make the link with siteAddress().`;
    return { rule: "outside-base", where, message };
  }
  return checkElsewhere(where, to, target.url);
}

function checkElsewhere(where: string, to: string, url: URL | undefined): Finding | undefined {
  if (url === undefined)
    return { rule: "missing-page", where, message: `links to ${to}, which is no address. Correct it.` };
  if (url.protocol !== "http:") return undefined;
  const message = `links to ${to}, which anybody on the way can read and change. Write https:, or set it in code style.`;
  return { rule: "insecure-link", where, message };
}

function checkPlace(site: BuiltSite, where: string, to: string, { path, anchor }: Place): Finding | undefined {
  const file = site.files.has(path) ? path : path.replace(/index\.html$/, "");
  if (!site.files.has(file)) {
    return { rule: "missing-page", where, message: `links to ${to}, where nothing is. ${adviceFor(site, path)}` };
  }
  const anchors = site.anchors.get(file);
  if (anchor === "" || anchors === undefined || anchors.has(anchor)) return undefined;
  return { rule: "missing-anchor", where, message: `links to ${to}. ${adviceOn(anchors, file, anchor)}` };
}

interface Place {
  path: string;
  anchor: string;
}

function adviceFor({ files }: BuiltSite, path: string): string {
  if (files.has(`${path}/`)) return "Put a slash at the end of it.";
  const alike = [...files.keys()].find((one) => one.toLowerCase() === path.toLowerCase());
  if (alike !== undefined) return `It is spelled ${alike}.`;
  return "Correct the address, add what it should lead to, or take the link out.";
}

function adviceOn(anchors: ReadonlySet<string>, path: string, anchor: string): string {
  if (/^d-\d+$/.test(anchor) && path === "/discrepancies/") {
    return `There is no entry ${anchor.toUpperCase()}: write it in docs/discrepancies.md, or correct the number.`;
  }
  if (path.startsWith("/reference/")) {
    return `The reference has no operation or section "${anchor}". Its operations answer to their operationIds: write #getServiceOrder, or correct the name.`;
  }
  const alike = [...anchors].find((one) => one.toLowerCase() === anchor.toLowerCase());
  return `${path} has no heading with that anchor${alike === undefined ? "" : `, but one with #${alike}`}. Correct the anchor, or give the heading the words that it is made of.`;
}
