import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Registry, startRegistry } from "../outside/registry.ts";
import { outsideEnvironment } from "../outside/run-outside.ts";
import { openNpm } from "./npm.ts";
import { publishTarballs } from "./publish-tarballs.ts";

const REPOSITORY = { type: "git", url: "git+https://github.com/some-fork/quayside.git" };

let folder: string;
let registry: Registry;
let distrusted: Set<string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quayside-publish-"));
  distrusted = new Set();
  registry = await startRegistry(distrusted);
});
afterEach(async () => {
  registry.close();
  await rm(folder, { recursive: true, force: true });
});

test("a run that failed half-way goes on when it is run again, in the order of dependencies, by what OIDC gives", async () => {
  await know("@quayside/a", "@quayside/b");
  await pack("a", "1.1.0", { "@quayside/b": "1.1.0" });
  await pack("b", "1.1.0", { ajv: "1.0.0" });
  distrusted.add("@quayside/a");
  await expect(publish()).rejects.toThrow(/^@quayside\/a 1\.1\.0 is not published; .* run this again to go on\./);
  expect(registry.published).toEqual([{ name: "@quayside/b", version: "1.1.0", tag: "latest" }]);
  distrusted.clear();
  const { printed } = await publish();
  expect(printed).toEqual(["@quayside/b 1.1.0: published before", "@quayside/a 1.1.0: to publish as latest"]);
  expect(registry.published.slice(1)).toEqual([{ name: "@quayside/a", version: "1.1.0", tag: "latest" }]);
});

test("a prerelease gets the tag next; all are published with provenance, for everybody, to the registry that was asked", async () => {
  await know("@quayside/a", "@quayside/b");
  const a = await pack("a", "2.0.0-next.0");
  const b = await pack("b", "1.1.0+build-7");
  const { calls } = await publish();
  const always = ["--provenance", "--access", "public"];
  expect(calls).toEqual([
    [a, ...always, "--tag", "next", "--registry", registry.origin],
    [b, ...always, "--tag", "latest", "--registry", registry.origin],
  ]);
  expect(registry.published.map(({ tag }) => tag)).toEqual(["next", "latest"]);
});

test("nothing is sent while one package was never published", async () => {
  await know("@quayside/a");
  await pack("a", "1.1.0");
  await pack("new", "0.1.0");
  await expect(publish()).rejects.toThrow("The registry does not know @quayside/new yet");
  expect(registry.published).toEqual([]);
});

test("a dry run prints the plan anywhere, and sends nothing", async () => {
  await know("@quayside/a", "@quayside/b");
  await pack("a", "1.0.0");
  await pack("b", "1.1.0-next.1");
  await pack("new", "0.1.0");
  const { printed, calls } = await publish({ isDry: true, environment: {} });
  expect(printed).toEqual([
    "@quayside/a 1.0.0: published before",
    "@quayside/b 1.1.0-next.1: to publish as next",
    "@quayside/new 0.1.0: unknown package",
    "Nothing was sent.",
  ]);
  expect([calls, registry.published]).toEqual([[], []]);
});

test("it publishes to the registry that npm is set up for", async () => {
  const environment = { ...outsideEnvironment(), npm_config_registry: `${registry.origin}/` };
  expect(await openNpm(environment).registry()).toBe(registry.origin);
});

test("a registry that cannot be asked is told, and nothing is sent", async () => {
  await pack("a", "1.1.0");
  registry.close();
  await expect(publish()).rejects.toThrow(
    `${registry.origin}/@quayside%2fa does not answer. Nothing was sent; try again later.`,
  );
});

test("a folder without tarballs is refused", async () => {
  await expect(publish()).rejects.toThrow(`There is no tarball in ${folder}.`);
});

/** What a job with `id-token: write` has in its environment. */
function workflow() {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "some-fork/quayside",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${registry.origin}/id-token`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of-the-job",
  };
}

/** With the machine's npm. Provenance is signed by a service on the internet: npm is asked for it, and here does without. */
async function publish({ isDry = false, environment = workflow() as Record<string, string> } = {}) {
  const printed: string[] = [];
  const calls: (readonly string[])[] = [];
  const npm = openNpm({ ...outsideEnvironment(), npm_config_cache: join(folder, "cache"), ...environment }, "ignore");
  const publishWithout = (args: readonly string[]) => {
    calls.push(args);
    return npm.publish(args.filter((arg) => arg !== "--provenance"));
  };
  const print = (line: string) => printed.push(line);
  const { origin } = registry;
  await publishTarballs(folder, {
    environment,
    npm: { ...npm, publish: publishWithout },
    registry: origin,
    isDry,
    print,
  });
  return { printed, calls };
}

/** Packages whose version 1.0.0 the registry has. */
async function know(...names: string[]): Promise<void> {
  for (const name of names) {
    const file = await pack(basename(name), "1.0.0");
    registry.add(await readFile(file));
    await rm(file);
  }
}

async function pack(short: string, version: string, dependencies: Record<string, string> = {}): Promise<string> {
  const manifest = { name: `@quayside/${short}`, version, repository: REPOSITORY, dependencies };
  await mkdir(join(folder, short, "package"), { recursive: true });
  await writeFile(join(folder, short, "package/package.json"), JSON.stringify(manifest));
  const file = `${short}.tgz`;
  await promisify(execFile)("tar", ["--format=ustar", "-czf", file, "-C", short, "package/package.json"], {
    cwd: folder,
  });
  return join(folder, file);
}
