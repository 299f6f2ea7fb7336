import { expect, test } from "vitest";
import { openTarget } from "./open-target.js";

const OPTIONS = { api: "octopi", target: "http://127.0.0.1:4010", token: "key" };

test.each([
  ["http://127.0.0.1:4010", "fail"],
  ["http://localhost:4010", "fail"],
  ["http://[::1]:4010", "fail"],
  ["https://app.octopi.example", "warn"],
  ["https://localhost.example", "warn"],
  ["http://10.0.0.5:4010", "warn"],
])("at %s differences on what is only inferred make the run %s", (target, inferred) => {
  expect(openTarget({ ...OPTIONS, target }).inferred).toBe(inferred);
});

test("what is asked for beats the default", () => {
  expect(openTarget({ ...OPTIONS, inferred: "warn" }).inferred).toBe("warn");
});

test.each([
  [{ api: "octopus" }, 'There is no API called "octopus"; use octopi or dataloy.'],
  [{ timeoutMs: 0 }, "The timeout is 0; give a whole number from 1 to 600000."],
  [{ timeoutMs: 1.5 }, "The timeout is 1.5;"],
  [{ seed: -1 }, "The seed is -1; give a whole number from 0 to 2147483647."],
  [{ depth: 1.5 }, "The depth is 1.5;"],
  [{ rate: 0 }, "The rate is 0; give a whole number from 1 to 10000."],
  [{ maxWrites: 0 }, "The write budget is 0;"],
  [{ otherToken: "key" }, "those of the run itself"],
  [{ allowHosts: ["elsewhere.example"] }, "127.0.0.1 is not among the hosts that may be tested."],
  [{ target: "https://tos.example", mode: "disposable" as const }, "say so with --allow-host tos.example"],
  [{ concurrency: 33 }, "The concurrency is 33; give a whole number from 1 to 32."],
  [{ target: "http://public.example" }, "write https://"],
  [{ token: undefined, user: "ann:secret" }, "Octopi knows API keys only"],
])("%j is refused with a sentence", (change, says) => {
  expect(() => openTarget({ ...OPTIONS, ...change })).toThrow(says);
});

test("elsewhere than on this machine a run is gentle", () => {
  const elsewhere = { ...OPTIONS, target: "https://app.octopi.example" };
  expect(openTarget(OPTIONS)).toMatchObject({ rate: undefined, concurrency: 4, maxWrites: undefined });
  expect(openTarget(elsewhere)).toMatchObject({ rate: 10, concurrency: 2, maxWrites: undefined });
  const disposable = { ...elsewhere, mode: "disposable", allowHosts: ["APP.octopi.example"] } as const;
  expect(openTarget(disposable)).toMatchObject({ mode: "disposable", maxWrites: 2000 });
});

test("fixtures take the place of the examples' values of their names, however deep", () => {
  const { api } = openTarget({ ...OPTIONS, fixtures: { container_ids: [77], order_number: "SO-77" } });
  const create = api.operations.find(({ operationId }) => operationId === "createServiceOrder");
  expect(create?.body?.examples[0]?.value).toMatchObject({
    service_order: { container_ids: [77], order_number: "SO-77" },
  });
  const get = api.operations.find(({ operationId }) => operationId === "getServiceOrder");
  expect(get?.parameters.map(({ examples }) => examples)).toEqual([[{ name: "given", value: "SO-77" }]]);
});
