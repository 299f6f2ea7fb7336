import type { CreateWebhookSubscriptionRequest } from "@quayside/types/sandbox";
import { expect, test } from "vitest";
import { ENTITIES } from "../dataloy.test.fixture.js";
import { TENANTS, type Tenant } from "../tenants.js";
import { readSubscription, writeSubscription } from "./subscriptions.js";

const [TENANT] = TENANTS as [Tenant];
const REQUEST = { url: "https://agent.example/dataloy", eventType: "U", objectType: "ServiceOrder" } as const;

function read(more: Partial<CreateWebhookSubscriptionRequest> = {}) {
  return readSubscription({ ...REQUEST, ...more }, { copy: 1, key: 500, tenant: TENANT, entities: ENTITIES });
}

test("a new subscription is in force, for all orders, and the caller's", () => {
  expect(read()).toEqual({
    copy: 1,
    owner: 11,
    key: 500,
    user_key: 1201,
    url: "https://agent.example/dataloy",
    event_type: "U",
    dataloy_object: null,
    json: null,
    do_not_unsubscribe: 0,
    is_active: 1,
    unsubscription_date: null,
  });
});

test("the address may come in its long form", () => {
  const { url: _, ...request } = REQUEST;
  const channelInfo = { url: "http://127.0.0.1:8080/hook", channelType: "HTTP" } as const;
  const place = { copy: 1, key: 500, tenant: TENANT, entities: ENTITIES };
  expect(readSubscription({ ...request, channelInfo }, place).url).toBe("http://127.0.0.1:8080/hook");
});

test("a user may be named by code", () => {
  expect(read({ user: "demo" }).user_key).toBe(1201);
});

test("an unknown user is refused", () => {
  expect(() => read({ user: "nobody" })).toThrow('Unknown User "nobody".');
});

test.each(["ftp://agent.example/", "file:///etc/passwd", "javascript:alert(1)", "agent.example", ""])(
  "the address %j is refused",
  (url) => {
    expect(() => read({ url })).toThrow("url must be an http or https address.");
  },
);

test("an address with a password is refused", () => {
  expect(() => read({ url: "https://me:secret@agent.example/" })).toThrow("url must not hold a user or a password.");
});

test("fields that are not in Base64 are refused", () => {
  expect(() => read({ json: '{"status":"*"}' })).toThrow("json must be in Base64.");
});

test("fields that are no tree are refused", () => {
  expect(() => read({ json: btoa("[1]") })).toThrow("json, decoded from Base64, is no JSON object.");
});

test("fields are kept as they were given", () => {
  const json = btoa('{"status":{"statusTypeCode":"*"}}');
  expect(read({ json }).json).toBe(json);
});

test("a subscription is shown with its user's code", () => {
  const { user } = writeSubscription(read(), "http://here", ENTITIES);
  expect(user).toEqual({ key: 1201, self: "http://here/ws/rest/User/1201", userCode: "demo" });
});

test("a subscription that was switched off says when", () => {
  const off = { ...read(), is_active: 0, unsubscription_date: "2026-10-05T06:45:12" };
  expect(writeSubscription(off, "http://here", ENTITIES)).toMatchObject({
    isSubscriptionActive: false,
    unsubscriptionDate: "2026-10-05T06:45:12",
  });
});
