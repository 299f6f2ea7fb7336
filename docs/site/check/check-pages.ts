import type { BuiltSite } from "./built-site.ts";
import type { Finding } from "./finding.ts";
import { followLink } from "./follow-link.ts";
import type { PageFacts } from "./read-html.ts";

/** A finding for whatever a page lacks or has twice, and for each page that no other leads to. */
export function checkPages(site: BuiltSite): Finding[] {
  const entries = site.anchors.get("/discrepancies/") ?? new Set();
  const inPages = [...site.pages].flatMap(([where, page]) =>
    [...headOf(page), ...bodyOf(page), ...entriesIn(page, entries)].map((finding) => ({ where, ...finding })),
  );
  return [...inPages, ...unreachable(site)];
}

type PageFinding = Omit<Finding, "where">;

function headOf({ title, description }: PageFacts): PageFinding[] {
  const findings: PageFinding[] = [];
  if (title === "")
    findings.push({ rule: "no-title", message: "has no title. Begin it with a heading of the first level." });
  if (description.trim() === "") {
    const message = "has no description, which search engines show. Begin it with a paragraph.";
    findings.push({ rule: "no-description", message });
  }
  return findings;
}

function bodyOf({ ids, imagesWithoutAlt, json }: PageFacts): PageFinding[] {
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [
    ...[...twice].map((id): PageFinding => {
      return {
        rule: "duplicate-id",
        message: `has the id "${id}" twice, so that a link finds only the first. Change one heading.`,
      };
    }),
    ...imagesWithoutAlt.map((src): PageFinding => {
      return {
        rule: "no-alt",
        message: `shows ${src} without a text for those who do not see it. Write alt; alt="" when it only adorns.`,
      };
    }),
    ...json.flatMap((code): PageFinding[] => {
      const reason = whyNoJson(code);
      return reason === undefined
        ? []
        : [
            {
              rule: "broken-json",
              message: `has a block of JSON that cannot be read: ${reason}. Correct it, or call it text.`,
            },
          ];
    }),
  ];
}

function whyNoJson(code: string): string | undefined {
  try {
    JSON.parse(code);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** In running text they are links, which are looked at as such; in code they are not. */
function entriesIn({ text, links }: PageFacts, entries: ReadonlySet<string>): PageFinding[] {
  const named = new Set([...text.matchAll(/\bD-\d{2,}\b/g)].map(([entry]) => entry));
  const isLink = (entry: string) => links.some(({ to }) => to.endsWith(`#${entry.toLowerCase()}`));
  const unknown = [...named].filter((entry) => !entries.has(entry.toLowerCase()) && !isLink(entry));
  return unknown.map((entry) => {
    return {
      rule: "unknown-entry",
      message: `names ${entry}, which is no entry. Write it in docs/discrepancies.md, or correct the number.`,
    };
  });
}

function unreachable(site: BuiltSite): Finding[] {
  const seen = new Set(["/", "/404.html"]);
  for (const path of seen) {
    for (const { to } of site.links.get(path) ?? []) {
      const target = followLink(site, path, to);
      if (target.kind === "inside" && site.pages.has(target.path)) seen.add(target.path);
    }
  }
  const lost = [...site.pages.keys()].filter((path) => !seen.has(path));
  return lost.map((where) => {
    return {
      rule: "unreachable-page",
      where,
      message: "is led to by no page. Name it in docs/site/navigation.ts, or link to it.",
    };
  });
}
