import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type Store } from "../store/open-store.js";
import { type ClientCredentials, issueAccessToken, openTokenReader } from "./access-tokens.js";

const NOW = Date.parse("2024-01-29T10:33:55.250Z");
const CLIENT = { client_id: "demo", client_secret: "demo", audience: "https://dataloy.dev" };

let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
});
afterAll(() => store.close());

async function issue(credentials: Partial<ClientCredentials> = {}) {
  return await store.write((db) => issueAccessToken(db, { ...CLIENT, ...credentials }, NOW));
}

test("before any token was issued, none is known", async () => {
  const empty = await openStore(":memory:");
  expect(await openTokenReader(empty)("e30.e30.e30")).toBeUndefined();
  await empty.close();
});

test("a token is its client's, and expires a day after the session's time", async () => {
  const issued = await issue();
  const read = await openTokenReader(store)(issued?.access_token ?? "");
  expect(read).toMatchObject({ tenant: { id: 11 }, expiresAt: Date.parse("2024-01-30T10:33:55Z") });
});

test("a token says for how long it is valid", async () => {
  expect((await issue())?.expires_in).toBe(86_400);
});

test("each tenant has a client", async () => {
  const issued = await issue({ client_id: "demo2", client_secret: "demo2" });
  expect(await openTokenReader(store)(issued?.access_token ?? "")).toMatchObject({ tenant: { id: 12 } });
});

test.each([{ client_id: "nobody" }, { client_secret: "wrong" }, { client_secret: "demo2" }])(
  "%j gets no token",
  async (wrong) => {
    expect(await issue(wrong)).toBeUndefined();
  },
);

test("an unknown audience is refused", async () => {
  await expect(issue({ audience: "https://example.org" })).rejects.toThrow(
    "audience must be https://dataloy or https://dataloy.dev.",
  );
});

test("a token that another database issued is not known", async () => {
  const other = await openStore(":memory:");
  const issued = await other.write((db) => issueAccessToken(db, CLIENT, NOW));
  await issue();
  expect(await openTokenReader(store)(issued?.access_token ?? "")).toBeUndefined();
  await other.close();
});

test("a token with a changed signature is not known", async () => {
  const issued = await issue();
  const [head, body] = issued?.access_token.split(".") ?? [];
  expect(await openTokenReader(store)(`${head}.${body}.AAAA`)).toBeUndefined();
});

test("a token without a signature is not known", async () => {
  const [, body] = (await issue())?.access_token.split(".") ?? [];
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  expect(await openTokenReader(store)(`${none}.${body}.`)).toBeUndefined();
});

test("a token without an end is not known", async () => {
  const secret = await store.read((db) =>
    db.selectFrom("settings").select("value").where("name", "=", "access_token_secret").executeTakeFirstOrThrow(),
  );
  const token = new SignJWT({}).setProtectedHeader({ alg: "HS256" }).setIssuer("quayside-sandbox").setSubject("demo");
  const endless = await token
    .setAudience("https://dataloy")
    .setIssuedAt(0)
    .sign(Buffer.from(secret.value, "base64url"));
  expect(await openTokenReader(store)(endless)).toBeUndefined();
});
