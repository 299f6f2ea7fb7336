import type { Twin } from "./twin.ts";

/** A part of the site, as its sidebar groups it. */
export interface Section {
  label: string;
  twins: Twin[];
  /** Whether it may be skipped where little can be read. */
  isOptional: boolean;
}

/** An entry of the sidebar: a page's id, a link, or a group of entries. */
export type Entry = string | { label: string; slug?: string; link?: string; items?: readonly Entry[] };

/**
 * Sorts twins into the groups of the sidebar, in its order: what stands in a group of the first level, and each group below it. What the
 * sidebar does not have comes first, below "Start".
 */
export function listSections(sidebar: readonly Entry[], twins: readonly Twin[]): Section[] {
  const groups = sidebar.flatMap((entry) => groupsOf(entry));
  const listed = new Set(groups.flatMap(({ files }) => files));
  const start = twins.filter(({ file }) => !listed.has(file));
  const sections = groups.map(({ label, files }) => ({ label, twins: pick(twins, files) }));
  return [{ label: "Start", twins: start }, ...sections]
    .filter((section) => section.twins.length > 0)
    .map((section) => ({ ...section, isOptional: section.label === "Decisions" }));
}

function groupsOf(entry: Entry): { label: string; files: string[] }[] {
  if (typeof entry === "string" || entry.items === undefined) return [];
  const nested = entry.items.filter((item) => typeof item !== "string" && item.items !== undefined);
  const own = entry.items.filter((item) => !nested.includes(item)).flatMap(filesOf);
  const below = nested.flatMap((item) =>
    typeof item === "string" ? [] : [{ label: item.label, files: filesOf(item) }],
  );
  return [{ label: entry.label, files: own }, ...below];
}

function filesOf(entry: Entry): string[] {
  if (typeof entry === "string") return [`${entry}.md`];
  if (entry.items !== undefined) return entry.items.flatMap(filesOf);
  return [`${entry.slug ?? entry.link?.replace(/^\/|\/$/g, "")}.md`];
}

function pick(twins: readonly Twin[], files: readonly string[]): Twin[] {
  return files.flatMap((file) => twins.filter((twin) => twin.file === file));
}
