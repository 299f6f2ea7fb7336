import { expect, test } from "vitest";
import { type ApiName, openApi } from "../src/api.js";
import { JOURNEYS } from "./all.js";

const APIS: readonly ApiName[] = ["octopi", "dataloy"];

test.each(APIS)("every operation of %s is in a journey", (api) => {
  const told = namedFor(api);
  const untold = idsOf(api).filter((id) => !told.includes(id));
  const say = (id: string) =>
    `${id} is in no journey: call it in one of apps/contract-test/journeys/ and name it there.`;
  expect(untold.map(say)).toEqual([]);
});

test.each(APIS)("the operations of %s that journeys name exist", (api) => {
  const known = idsOf(api);
  expect(namedFor(api).filter((id) => !known.includes(id))).toEqual([]);
});

function idsOf(api: ApiName): string[] {
  return openApi(api).operations.map(({ operationId }) => operationId);
}

function namedFor(api: ApiName): string[] {
  return JOURNEYS.filter((one) => one.api === api).flatMap(({ operationIds }) => operationIds);
}
