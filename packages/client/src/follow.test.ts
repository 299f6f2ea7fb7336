import { expect, expectTypeOf, test } from "vitest";
import { answering, json } from "./answering.test.fixture.js";
import type { ListLineItemsResponse, OctopiClient } from "./octopi.js";

declare const typed: OctopiClient;
// Nothing that is handed to it is called: the compiler is the judge.
const compiles = (_call: () => unknown): void => undefined;
const lift = { method: "DELETE", url: "" } as const;
const body = { hold: { reference_number: "R-1" } };

test.each([
  [
    "http://app.octopi.co/api/v1/manifests/M/bill_of_ladings/B/holds/36.json",
    "manifests/M/bill_of_ladings/B/holds/36.json",
  ],
  ["https://evil.example/api/v1/manifests/M/bill_of_ladings/B/holds/36", "manifests/M/bill_of_ladings/B/holds/36.json"],
  [
    "/api/v1/manifests/M%2F1/bill_of_ladings/B%20.2/holds/36.json",
    "manifests/M%2F1/bill_of_ladings/B%20.2/holds/36.json",
  ],
])("%s is called at the own origin, with the own token", async (url, path) => {
  const { octopi, sent } = answering(json({}));
  await octopi.follow<"liftHold">({ ...lift, url }, { body });
  expect(sent.map((request) => `${request.method} ${request.url}`)).toEqual([
    `DELETE https://octopi.test/api/v1/${path}`,
  ]);
  expect(sent[0]?.headers.get("authorization")).toBe("Token token=secret-key-1");
  expect(await sent[0]?.json()).toEqual(body);
});

test("a value with a slash in it stays one value", async () => {
  const { octopi, sent } = answering(json({}));
  const url = "https://octopi.test/api/v1/manifests/M/bill_of_ladings/B/holds/..%2f36.json";
  await octopi.follow<"liftHold">({ ...lift, url }, { body });
  expect(sent[0]?.url).toBe("https://octopi.test/api/v1/manifests/M/bill_of_ladings/B/holds/..%2F36.json");
});

test("an address that leads out of its place leads nowhere", async () => {
  const { octopi, sent } = answering(json({}));
  const url = "https://octopi.test/api/v1/manifests/%2e%2e/x";
  await expect(octopi.follow<"liftHold">({ ...lift, url }, { body })).rejects.toThrow("is no action of this client");
  expect(sent).toEqual([]);
});

test("a record cannot lead to what the spec does not lead to, such as the deletion of an order", async () => {
  const { octopi, sent } = answering(json({}));
  const url = "https://octopi.test/api/v1/service_orders/SO123.json";
  await expect(octopi.follow<"liftHold">({ ...lift, url }, { body })).rejects.toThrow("is no action");
  expect(sent).toEqual([]);
});

test("the method's case says nothing, and a broken escape leads nowhere", async () => {
  const { octopi, sent } = answering(json({}));
  const url = "/api/v1/manifests/M/bill_of_ladings/B/holds/36.json";
  await octopi.follow<"liftHold">({ method: "delete", url } as never, { body });
  expect(sent).toHaveLength(1);
  const broken = octopi.follow<"liftHold">({ ...lift, url: url.replace("/B/", "/%E0%A4%A/") }, { body });
  await expect(broken).rejects.toThrow("is no action");
});

test("an action asks for what its operation needs, and gives what that gives", () => {
  compiles(async () => {
    const path = { manifest_client_identifier: "1", bill_of_lading_number: "2" };
    const { bill_of_lading } = await typed.listHolds({ path });
    for (const { actions } of bill_of_lading.unlifted_holds) {
      await typed.follow(actions.lift, { body });
      // @ts-expect-error lifting needs its justification
      await typed.follow(actions.lift);
      // @ts-expect-error a hold in force cannot be applied
      actions.apply;
    }
    for (const { actions } of bill_of_lading.applicable_holds) {
      await typed.follow(actions.apply);
      // @ts-expect-error applying has no body
      await typed.follow(actions.apply, { body });
    }
    const { actions } = await typed.listLineItems({ path: { bill_of_lading_id: 1 } });
    if (actions?.next_page) expectTypeOf(await typed.follow(actions.next_page)).toEqualTypeOf<ListLineItemsResponse>();
  });
});
