import type { Operation, Route, Segment } from "./contract.js";

/**
 * Puts operations on their paths, in the order in which paths are tried: where two fit, the one with text in a segment comes before
 * the one with a parameter there.
 *
 * @throws Error when two path templates fit exactly the same paths.
 */
export function openRoutes(operations: readonly Operation[]): Route[] {
  const byPath = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const others = byPath.get(operation.path) ?? new Map();
    byPath.set(operation.path, others.set(operation.method, operation));
  }
  const routes = Array.from(byPath, ([path, own]) => ({
    path,
    segments: cutPath(path).map(cutSegment),
    operations: own,
  }));
  const shapes = new Map<string, string>();
  for (const { path, segments } of routes) {
    const shape = JSON.stringify(segments.map((segment) => segment.filter((_, index) => index % 2 === 0)));
    const other = shapes.get(shape);
    if (other !== undefined) throw new Error(`The paths ${other} and ${path} fit the same requests. Keep one of them.`);
    shapes.set(shape, path);
  }
  return routes.sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}

/** The parts between the slashes. */
export function cutPath(path: string): string[] {
  return path.split("/").slice(1);
}

function cutSegment(segment: string): Segment {
  return segment.split(/[{}]/);
}

/** Sorts by segment: text alone, then parameters with text around them (the longest text first), then a parameter alone. */
function rank({ segments }: Route): string {
  const text = (segment: Segment) => segment.filter((_, index) => index % 2 === 0).join("").length;
  return segments
    .map((segment) => (segment.length === 1 ? "0" : `1${String(9999 - text(segment)).padStart(4, "0")}`))
    .join(" ");
}
