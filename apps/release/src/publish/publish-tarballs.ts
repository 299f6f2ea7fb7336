import type { Npm } from "./npm.ts";
import { readVersions } from "./read-versions.ts";
import { refuseUntrusted } from "./refuse-untrusted.ts";
import { type Release, readReleases } from "./release.ts";

/** What the command is given. */
export type Publishing = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly npm: Npm;
  /** The registry's origin and path, without a slash at the end. */
  readonly registry: string;
  /** Whether only the plan is printed: the registry is read, and nothing is sent. */
  readonly isDry: boolean;
  readonly print: (line: string) => void;
};

type Step = Release & { readonly tag: string; readonly state: "to publish" | "published before" | "unknown package" };

/**
 * Publishes those tarballs in a folder whose version the registry does not have yet, each after those that it depends on: a run that failed
 * half-way can be run again. A prerelease gets the tag `next`, anything else `latest`.
 *
 * @throws Error when it may not publish here, when a package was never published, or when npm fails; what was published before stays.
 */
export async function publishTarballs(folder: string, publishing: Publishing): Promise<void> {
  const { environment, npm, registry, isDry, print } = publishing;
  const releases = await readReleases(folder);
  if (!isDry) refuseUntrusted(releases, environment, await npm.version());
  const steps: Step[] = [];
  for (const release of releases) steps.push(await planStep(release, registry));
  for (const step of steps) print(describe(step));
  if (isDry) return print("Nothing was sent.");
  refuseUnknown(steps);
  for (const step of steps.filter(({ state }) => state === "to publish")) await publish(step, publishing);
}

async function planStep(release: Release, registry: string): Promise<Step> {
  const { name, version } = release.manifest;
  // What follows a plus is no part of a version's place in their order.
  const tag = version.replace(/\+.*/, "").includes("-") ? "next" : "latest";
  const versions = await readVersions(registry, name);
  if (versions === undefined) return { ...release, tag, state: "unknown package" };
  return { ...release, tag, state: versions.includes(version) ? "published before" : "to publish" };
}

function describe({ manifest: { name, version }, tag, state }: Step): string {
  return `${name} ${version}: ${state === "to publish" ? `to publish as ${tag}` : state}`;
}

/** npm lets a workflow be trusted only for a package that exists. */
function refuseUnknown(steps: readonly Step[]): void {
  const unknown = steps.filter(({ state }) => state === "unknown package").map(({ manifest }) => manifest.name);
  if (unknown.length === 0) return;
  throw new Error(
    `The registry does not know ${unknown.join(", ")} yet, and no workflow can publish a first version. Nothing was sent. ` +
      "What to do once, by hand, stands in apps/release/README.md.",
  );
}

async function publish({ file, manifest: { name, version }, tag }: Step, { npm, registry }: Publishing): Promise<void> {
  try {
    await npm.publish([file, "--provenance", "--access", "public", "--tag", tag, "--registry", registry]);
  } catch (error) {
    throw new Error(
      `${name} ${version} is not published; npm says why above. What was published before it stays: run this again to go on. Where npm asks ` +
        "for a login, the package does not trust this workflow: see apps/release/README.md.",
      { cause: error },
    );
  }
}
