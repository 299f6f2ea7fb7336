import { expect, test } from "vitest";
import { isThere } from "./repository.ts";
import { readTexts } from "./workflows.ts";

const texts = readTexts();
const uses = texts.flatMap(({ path, text }) =>
  [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, what = ""]) => ({ path, what })),
);
const others = uses.filter(({ what }) => !what.startsWith("./") && !what.startsWith("OWNER/quayside/"));
const PIN = /^([\w.-]+\/[\w./-]+)@([0-9a-f]{40}) # v(\d+\.\d+\.\d+)$/;

test("every action of others is pinned by its commit, with the version that it is", () => {
  expect(others.length).toBeGreaterThan(10);
  expect(others.filter(({ what }) => !PIN.test(what))).toEqual([]);
});

test("an action has one commit and one version, wherever it is used", () => {
  const pins = new Map<string, Set<string>>();
  for (const { what } of others) {
    const [, action = "", ...pin] = PIN.exec(what) ?? [];
    pins.set(action, new Set(pins.get(action)).add(pin.join(" ")));
  }
  expect([...pins].filter(([, found]) => found.size > 1)).toEqual([]);
});

test("only GitHub's own actions are used", () => {
  expect([...new Set(others.map(({ what }) => what.split("@")[0]))].sort()).toEqual([
    "actions/cache",
    "actions/checkout",
    "actions/configure-pages",
    "actions/deploy-pages",
    "actions/download-artifact",
    "actions/setup-node",
    "actions/upload-artifact",
    "actions/upload-pages-artifact",
    "github/codeql-action/upload-sarif",
  ]);
});

test("an action or a workflow of the project itself is there", () => {
  const own = uses.filter(({ what }) => what.startsWith("./")).map(({ what }) => what);
  expect(own.length).toBeGreaterThan(2);
  expect(own.filter((what) => !isThere(what.endsWith(".yml") ? what : `${what}/action.yml`))).toEqual([]);
});
