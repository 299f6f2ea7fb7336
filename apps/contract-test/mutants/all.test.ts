import { expect, test } from "vitest";
import { openApi } from "../src/api.ts";
import { MUTANTS } from "./all.ts";
import { KINDS, type Mutant, operationsOf } from "./mutant.ts";
import { storiesAbout } from "./stories/stories-about.ts";

const APIS: readonly Mutant["api"][] = ["octopi", "dataloy"];

test.each(APIS)("every operation of %s has some", (api) => {
  const having = MUTANTS.filter((mutant) => mutant.api === api).map(({ operationId }) => operationId);
  const say = (id: string) =>
    `${id} has no mutant: put a server that gets it wrong into apps/contract-test/mutants/${api}/.`;
  expect(idsOf(api).flatMap((id) => (having.includes(id) ? [] : say(id)))).toEqual([]);
});

// What no story calls is the same with a mutant and without.
test.each(APIS)("every operation of %s is in a story", (api) => {
  const isTold = (id: string) => storiesAbout({ api, faults: { [id]: (call) => call.pass() } }).length > 0;
  const say = (id: string) => `${id} is in no story: add a step that calls it to apps/contract-test/mutants/stories/.`;
  expect(idsOf(api).flatMap((id) => (isTold(id) ? [] : say(id)))).toEqual([]);
});

test.each(KINDS)("there are some of the kind %s", (kind) => {
  expect(MUTANTS.filter((mutant) => mutant.kind === kind).length).toBeGreaterThanOrEqual(5);
});

test("their names are unique", () => {
  const names = MUTANTS.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("the operations that they name exist", () => {
  const unknown = MUTANTS.filter((mutant) => operationsOf(mutant).some((id) => !idsOf(mutant.api).includes(id)));
  expect(unknown).toEqual([]);
});

function idsOf(api: Mutant["api"]): string[] {
  return openApi(api).operations.map(({ operationId }) => operationId);
}
