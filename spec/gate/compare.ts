import { isDeepStrictEqual } from "node:util";
import { type Bundle, type Change, gravest, type Impact } from "./change.ts";
import { type ReportedChange, redoclyDiff } from "./redocly-diff.ts";

/** A bundled description: the file, and what is in it. */
export type Described = { readonly file: string; readonly bundle: Bundle };

/**
 * Compares two descriptions of an API, by `redocly diff` with its rules and ours. `info.version` does not count: it follows from the
 * comparison.
 *
 * @returns What differs, in the order of the places; nothing that differs in a description's words only is left out.
 * @throws Error with Redocly's own words when it cannot compare them.
 */
export async function compare(released: Described, today: Described): Promise<readonly Change[]> {
  if (isDeepStrictEqual(withoutVersion(released.bundle), withoutVersion(today.bundle))) return [];
  const reported = await redoclyDiff(released.file, today.file);
  const counted = reported.filter(({ typeName, property }) => !(typeName === "Info" && property === "version"));
  return [...counted.map(changeFrom), ...exampleChanges(released.bundle, today.bundle)];
}

function withoutVersion(bundle: Bundle): Bundle {
  return { ...bundle, info: { ...bundle.info, version: "" } };
}

/** Where no rule says anything, only words changed: what Redocly rates minor without a rule is the house's rule `added`. */
function changeFrom({ kind, typeName, property, verdicts, base, revision }: ReportedChange): Change {
  const impact: Impact = gravest(verdicts.map((verdict) => verdict.impact)) ?? "patch";
  const said = verdicts.filter((verdict) => verdict.impact === impact).map(({ message }) => message);
  const plain = `${property === undefined ? typeName : `\`${property}\``} was ${kind === "modified" ? "changed" : kind}.`;
  return {
    impact,
    says: said.length > 0 ? [...new Set(said)].join(" ") : plain,
    pointer: (revision ?? base)?.pointer.slice(1) ?? "",
    isGone: kind === "removed",
  };
}

/** Redocly compares no examples' data. */
function exampleChanges(released: Bundle, today: Bundle): Change[] {
  const before = released.components?.examples ?? {};
  const changed = Object.entries(today.components?.examples ?? {}).filter(
    ([name, example]) => Object.hasOwn(before, name) && !isDeepStrictEqual(before[name], example),
  );
  return changed.map(([name]) => ({
    impact: "patch",
    says: "The data of the example was changed.",
    pointer: `/components/examples/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    isGone: false,
  }));
}
