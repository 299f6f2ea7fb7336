import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../store/open-store.js";
import { issueAccessToken } from "./access-tokens.js";
import { openAuthenticator } from "./authenticate.js";

const CLIENT = { client_id: "demo", client_secret: "demo", audience: "https://dataloy" };

let store: Store;
let token: string;
beforeAll(async () => {
  store = await openStore(":memory:");
  token = (await store.write((db) => issueAccessToken(db, CLIENT, 0)))?.access_token ?? "";
});
afterAll(() => store.close());

function authenticate(authorization: string | null) {
  return openAuthenticator(store)(authorization);
}

test("user and password tell the tenant, and do not expire", async () => {
  expect(await authenticate(`Basic ${btoa("demo2:demo2")}`)).toEqual({ owner: expect.objectContaining({ id: 12 }) });
});

test("an access token tells the tenant, and when it expires", async () => {
  expect(await authenticate(`Bearer ${token}`)).toMatchObject({ owner: { id: 11 }, expiresAt: 86_400_000 });
});

test("a scheme counts without regard to case", async () => {
  expect(await authenticate(`basic ${btoa("demo:demo")}`)).toMatchObject({ owner: { id: 11 } });
});

test.each([null, "", "Basic", "Bearer", "Token token=demo", `Basic ${btoa("demo:demo")} more`, "Basic ???"])(
  "%s is answered with what to send",
  async (authorization) => {
    const message = expect.stringContaining("Send the header Authorization: Bearer <access token");
    await expect(authenticate(authorization)).rejects.toMatchObject({ status: 401, message });
  },
);

test.each(["demo:wrong", "nobody:demo", "demo:demo2", "demo", "demo:", ":", ""])(
  "%j is no user and password",
  async (pair) => {
    await expect(authenticate(`Basic ${btoa(pair)}`)).rejects.toMatchObject({ status: 401 });
  },
);

test("an unknown token is answered with where to get one", async () => {
  const message = "The access token is not valid. Get one with POST /oauth/token.";
  await expect(authenticate("Bearer abc.def.ghi")).rejects.toMatchObject({ status: 401, message });
});

test("a refusal asks for both schemes", async () => {
  const headers = { "www-authenticate": 'Bearer realm="Dataloy", Basic realm="Dataloy"' };
  await expect(authenticate(null)).rejects.toMatchObject({ headers });
});

test("a refusal never shows what was sent", async () => {
  await expect(authenticate(`Basic ${btoa("demo:secret-word")}`)).rejects.toSatisfy(
    (refusal) => !`${refusal}`.includes("secret-word"),
  );
});
