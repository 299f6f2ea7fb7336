import { expect, test } from "vitest";
import { post } from "./post.js";

const NEVER = new AbortController().signal;

function posting(fetch: () => Promise<Response>) {
  return post(fetch, "https://agent.example/secret-path", "{}", NEVER);
}

test.each([200, 202, 204, 299])("%i accepts a notification", async (status) => {
  expect(await posting(async () => new Response(null, { status }))).toBeNull();
});

test.each([400, 404, 500, 503])("%i does not", async (status) => {
  expect(await posting(async () => new Response("secret body", { status }))).toBe(`The receiver answered ${status}.`);
});

test("a redirect does not accept a notification, nor is it followed", async () => {
  const requests: RequestInit[] = [];
  const fetch = async (_: unknown, init: RequestInit = {}) => {
    requests.push(init);
    return new Response(null, { status: 307, headers: { location: "https://elsewhere.example" } });
  };
  const error = await post(fetch, "https://agent.example/", "{}", NEVER);
  expect([error, requests.map(({ redirect }) => redirect)]).toEqual([
    "The receiver answered 307, and redirects are not followed.",
    ["manual"],
  ]);
});

test("a notification is sent as JSON", async () => {
  const requests: RequestInit[] = [];
  const fetch = async (_: unknown, init: RequestInit = {}) => {
    requests.push(init);
    return new Response();
  };
  await post(fetch, "https://agent.example/", '{"id":"1"}', NEVER);
  const headers = expect.objectContaining({ "content-type": "application/json" });
  expect(requests).toEqual([expect.objectContaining({ method: "POST", body: '{"id":"1"}', headers })]);
});

test("a receiver that cannot be reached is told by its code, and never by its address", async () => {
  const cause = Object.assign(new Error("connect to https://agent.example/secret-path"), { code: "ECONNREFUSED" });
  const error = await posting(() => Promise.reject(new TypeError("fetch failed", { cause })));
  expect(error).toBe("The receiver cannot be reached (ECONNREFUSED).");
});

test("a receiver that is too slow is told so", async () => {
  const error = await posting(() => Promise.reject(new DOMException("the operation was aborted", "TimeoutError")));
  expect(error).toBe("The receiver did not answer within 10 s.");
});
