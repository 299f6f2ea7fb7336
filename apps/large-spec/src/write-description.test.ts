import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measure } from "../bench/measure.ts";
import { makeLargeWorkspace, OWN } from "./large-workspace.ts";
import { renameSource, suffixOf } from "./rename-source.ts";

let folder: string;
let bundle: { paths: Record<string, Record<string, { operationId: string }>>; components: { schemas: object } };

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "quayside-large-")), "workspace");
  await makeLargeWorkspace(folder, 45);
  await measure(["--run", "build"], join(folder, "spec"));
  bundle = JSON.parse(await readFile(join(folder, "spec/dist/octopi.json"), "utf8"));
});

afterAll(() => rm(join(folder, ".."), { recursive: true, force: true }));

test("the bundle has as many operations as were asked for, each under a name of its own", () => {
  const ids = Object.values(bundle.paths).flatMap((item) =>
    ["get", "put", "post", "delete", "patch"].flatMap((method) => item[method]?.operationId ?? []),
  );
  expect(ids).toHaveLength(45);
  expect(new Set(ids).size).toBe(45);
  expect(ids.slice(18, 20)).toEqual(["listServiceOrdersXa", "createServiceOrderXa"]);
});

test("a copy has schemas of its own and shares what the resources share", () => {
  const names = Object.keys(bundle.components.schemas);
  expect(names).toEqual(expect.arrayContaining(["ServiceOrder", "ServiceOrderXa", "ServiceOrderXb", "ErrorBody"]));
  expect(names).not.toContain("ErrorBodyXa");
});

test("the house rules have nothing to say of it", async () => {
  await measure(["--run", "lint"], join(folder, "spec"));
});

test("the first copy is the original, word for word", async () => {
  const [copied, original] = await Promise.all(
    [join(folder, "spec/octopi"), OWN].map((place) => readFile(join(place, "holds/member.yaml"), "utf8")),
  );
  expect(copied).toBe(original);
});

test("copies are numbered in letters, since an operationId has no digits", () => {
  expect([0, 1, 26, 27, 52, 53].map(suffixOf)).toEqual(["", "Xa", "Xz", "Xaa", "Xaz", "Xba"]);
});

test("a reference to another resource is refused, since it is not said which copy is meant", () => {
  const text = "schema: { $ref: ../holds/schemas/Hold.yaml }";
  expect(() => renameSource("member.yaml", text, "Xa")).toThrow("member.yaml refers to ../holds/schemas/Hold.yaml");
});

test("a copy of which only a part is taken names no operation that may not be there", async () => {
  const taken = await readFile(join(folder, "spec/octopi/holdsXb/schemas/UnliftedHoldXb.yaml"), "utf8");
  expect(taken).not.toContain("x-operation");
  const whole = await readFile(join(folder, "spec/octopi/holdsXa/schemas/UnliftedHoldXa.yaml"), "utf8");
  expect(whole).toContain("x-operation: liftHoldXa");
});
