import { operationLink } from "../../reference/reference-address.ts";
import type { Changelog, Version } from "./read-changelog.ts";

/** An API that the changelog of the specs may speak of. */
export interface KnownApi {
  id: string;
  /** As the changelog calls it: `Octopi TOS`. */
  name: string;
  operationIds: readonly string[];
}

/** The page of the changelog: per version what changed in the specs, then what changed in the packages. */
export function writeChangelog(
  spec: Changelog | undefined,
  packages: readonly Changelog[],
  apis: readonly KnownApi[],
): string {
  const logs = [...(spec === undefined ? [] : [spec]), ...packages];
  const versions = [...new Set(logs.flatMap((log) => log.versions.map(({ version }) => version)))].sort(newestFirst);
  const parts = versions.map((version) => writeVersion(version, spec, packages, apis));
  const silent = versions.some(isReleased) ? [] : ["Nothing has been released yet."];
  return `${["# Changelog", intro, ...silent, ...parts.filter((part) => part !== "")].join("\n\n")}\n`;
}

const intro =
  "What changed from version to version, in the specs and in the packages. All packages have the same version. A change that breaks callers comes with a new major version only.";

function writeVersion(
  version: string,
  spec: Changelog | undefined,
  packages: readonly Changelog[],
  apis: readonly KnownApi[],
): string {
  const parts = [...specParts(find(spec, version), apis), ...packageParts(version, packages, apis)];
  return parts.length === 0 ? "" : [`## ${version}`, ...parts].join("\n\n");
}

function specParts(version: Version | undefined, apis: readonly KnownApi[]): string[] {
  return (version?.sections ?? []).flatMap(({ title, items }) => {
    const own = apis.filter(({ name }) => name === title);
    const list = items.map((item) => bullet(linkOperations(item, own.length === 0 ? apis : own))).join("\n");
    return [...(title === "" ? [] : [`### ${title}`]), ...(list === "" ? [] : [list])];
  });
}

/** One list for all packages: what several say in the same words stands there once, with their names. */
function packageParts(version: string, packages: readonly Changelog[], apis: readonly KnownApi[]): string[] {
  const entries = new Map<string, string[]>();
  for (const { title, versions } of packages) {
    const { sections = [] } = versions.find((one) => one.version === version) ?? {};
    for (const section of sections) {
      for (const item of section.items.filter(isOwnChange)) {
        const text = `${/^major/i.test(section.title) ? "**Breaking:** " : ""}${item.replace(/^[0-9a-f]{7,40}: /, "")}`;
        entries.set(text, [...(entries.get(text) ?? []), title]);
      }
    }
  }
  const list = [...entries].map(([text, names]) => bullet(linkOperations(withNames(text, names), apis)));
  return list.length === 0 ? [] : ["### Packages", list.join("\n")];
}

function isOwnChange(item: string): boolean {
  return !/^Updated dependencies\b/.test(item);
}

/** The names of the packages stand in front, so that an item may end with a list or a block of code. */
function withNames(text: string, names: readonly string[]): string {
  return `${names.map((name) => `\`${name}\``).join(", ")}: ${text}`;
}

/** Makes the name of an operation, in code style, a link, where only one of the APIs has it. Links and blocks of code stay. */
function linkOperations(text: string, apis: readonly KnownApi[]): string {
  return text.replace(/```[\s\S]*?```|\[[^\]]*\]\([^)]*\)|`(\w+)`/g, (match, operationId: string | undefined) => {
    const owners = apis.filter(({ operationIds }) => operationIds.includes(operationId ?? ""));
    const [owner] = owners;
    return owner === undefined || owners.length > 1 ? match : operationLink(owner.id, operationId ?? "");
  });
}

function bullet(item: string): string {
  return `- ${item.replaceAll(/\n(?=.)/g, "\n  ")}`;
}

function find(log: Changelog | undefined, version: string): Version | undefined {
  return log?.versions.find((one) => one.version === version);
}

function isReleased(version: string): boolean {
  return /^\d/.test(version);
}

/** What has no number yet is the newest. */
function newestFirst(one: string, other: string): number {
  if (isReleased(one) && isReleased(other)) return other.localeCompare(one, "en", { numeric: true });
  return Number(isReleased(one)) - Number(isReleased(other));
}
