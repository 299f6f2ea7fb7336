import { expect, test } from "vitest";
import { environmentOf, readImages, readStages, textOf, wordsOf } from "./dockerfile.ts";
import { isThere, readManifest, readText, readYaml } from "./repository.ts";

const stages = readStages();
const images = readImages();
const instructions = stages.flatMap((stage) => stage.instructions);

test("there are two images, the sandbox's and the mock's", () => {
  expect(images.map(({ name }) => name)).toEqual(["sandbox", "mock"]);
});

test("every image that is not ours has its whole version, and the Node is the workspace's", () => {
  const { nodeVersion } = readYaml("pnpm-workspace.yaml") as { nodeVersion: string };
  const names = stages.map(({ name }) => name);
  const foreign = stages.map(({ from }) => from).filter((from) => !names.includes(from));
  expect(foreign).toEqual([`node:${nodeVersion}-bookworm-slim`]);
});

test.each(images)("$name runs as somebody without rights, and is asked for its health", (image) => {
  expect(textOf(image, "USER")).toBe("node");
  expect(image.instructions.findIndex(({ keyword }) => keyword === "USER")).toBeGreaterThan(
    image.instructions.findLastIndex(({ keyword }) => keyword === "COPY"),
  );
  expect(wordsOf(image, "HEALTHCHECK")[0]).toBe("node");
});

test.each(images)("$name starts without a shell, so that a signal reaches it", (image) => {
  expect(wordsOf(image, "ENTRYPOINT")[0]).toBe("node");
  expect(image.instructions.map(({ keyword }) => keyword)).not.toContain("CMD");
});

test.each(images)("$name starts as its package does, on all addresses, on the port that it names", (image) => {
  const { scripts, bin } = readManifest(`apps/${image.name}`);
  expect(wordsOf(image, "ENTRYPOINT").join(" ")).toBe(scripts?.start);
  expect(Object.values(bin ?? {})).toEqual([`./${wordsOf(image, "ENTRYPOINT").at(-1)}`]);
  const { NODE_ENV, ...variables } = environmentOf(image);
  const upper = image.name.toUpperCase();
  expect([NODE_ENV, variables]).toEqual([
    "production",
    { [`${upper}_HOST`]: "0.0.0.0", [`${upper}_PORT`]: textOf(image, "EXPOSE") },
  ]);
});

test("what is copied is there: the repository, or what an earlier line has made", () => {
  const copied = instructions.filter(({ keyword }) => keyword === "COPY").map(({ text }) => text.split(" "));
  const made = instructions.flatMap(({ text }) => /deploy --prod (\S+)/.exec(text)?.[1] ?? []);
  expect(copied.length).toBe(3);
  for (const [first = "", second = ""] of copied) {
    if (first.startsWith("--from=")) expect(made).toContain(second);
    else expect(isThere(first)).toBe(true);
  }
});

test("nothing comes from elsewhere than the registry, and no secret is built in", () => {
  expect(instructions.map(({ keyword }) => keyword)).not.toContain("ADD");
  expect(
    instructions.filter(({ text }) => /https?:\/\/(?!127\.)|curl|wget|apt-get|KEY=|PASSWORD|TOKEN/.test(text)),
  ).toEqual([]);
});

test("what git does not track is not sent to Docker", () => {
  const ignored = readText(".dockerignore").split("\n");
  const untracked = readText(".gitignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  for (const name of ["node_modules", "dist"]) {
    expect(untracked).toContain(name);
    expect(ignored).toContain(`**/${name}`);
  }
  expect(ignored).toContain(".git");
});

test("faults are seen: a shell's form, a stage that stays root, a tag that moves", () => {
  const [stage] = readStages("FROM node:latest AS one\nENTRYPOINT node main.js\nHEALTHCHECK CMD node health.js\n");
  expect(stage).toMatchObject({ from: "node:latest", name: "one" });
  if (stage === undefined) return;
  expect([wordsOf(stage, "ENTRYPOINT"), wordsOf(stage, "HEALTHCHECK"), textOf(stage, "USER")]).toEqual([[], [], ""]);
});
