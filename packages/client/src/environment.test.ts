import { afterEach, expect, test, vi } from "vitest";
import { createDataloyClient } from "./dataloy.js";
import { createOctopiClient } from "./octopi.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

const path = { order_number: "1" };

test("Octopi's token and origin come from the environment, where no option says otherwise", async () => {
  vi.stubEnv("OCTOPI_TOKEN", "from-the-environment");
  vi.stubEnv("OCTOPI_ORIGIN", "https://terminal.test");
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request);
    return Response.json({});
  };
  await createOctopiClient({ fetch }).getServiceOrder({ path });
  await createOctopiClient({ fetch, token: "explicit", origin: "https://other.test" }).getServiceOrder({ path });
  expect(sent.map(({ url }) => new URL(url).origin)).toEqual(["https://terminal.test", "https://other.test"]);
  expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Token token=from-the-environment",
    "Token token=explicit",
  ]);
});

const CREDENTIALS = {
  DATALOY_ORIGIN: "https://tenant.test",
  DATALOY_CLIENT_ID: "id",
  DATALOY_CLIENT_SECRET: "secret-7",
  DATALOY_TOKEN_URL: "https://tokens.test/oauth/token?tenant=1",
  DATALOY_AUDIENCE: "https://dataloy.dev",
};

function stub(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

async function sentBy(
  options: Parameters<typeof createDataloyClient>[0] = {},
): Promise<[string, string | null, string][]> {
  const sent: [string, string | null, string][] = [];
  const fetch = async (request: Request) => {
    sent.push([request.url, request.headers.get("authorization"), await request.text()]);
    return Response.json({ key: 1, self: "", access_token: "bought" });
  };
  await createDataloyClient({ fetch, ...options }).getServiceOrder({ path: { key: 1 } });
  return sent;
}

test("Dataloy's client credentials come from the environment", async () => {
  stub(CREDENTIALS);
  const [token, call] = await sentBy();
  const asked = {
    client_id: "id",
    client_secret: "secret-7",
    audience: "https://dataloy.dev",
    grant_type: "client_credentials",
  };
  expect([token?.[0], token?.[1], JSON.parse(token?.[2] ?? "")]).toEqual([CREDENTIALS.DATALOY_TOKEN_URL, null, asked]);
  expect(call).toEqual(["https://tenant.test/ws/rest/ServiceOrder/1", "Bearer bought", ""]);
});

test("production is the default audience, and a token without an end is kept", async () => {
  stub({ ...CREDENTIALS, DATALOY_AUDIENCE: "" });
  const [token] = await sentBy();
  expect(JSON.parse(token?.[2] ?? "").audience).toBe("https://dataloy");
});

test("without a client id a user counts, and without a user a token; an option counts before all", async () => {
  stub({ DATALOY_ORIGIN: "https://tenant.test", DATALOY_TOKEN: "own" });
  expect((await sentBy())[0]?.[1]).toBe("Bearer own");
  stub({ DATALOY_USERNAME: "agent", DATALOY_PASSWORD: "word" });
  expect((await sentBy())[0]?.[1]).toBe(`Basic ${btoa("agent:word")}`);
  stub(CREDENTIALS);
  expect((await sentBy({ auth: { token: "explicit" } }))[0]?.[1]).toBe("Bearer explicit");
});

test.each([
  ["DATALOY_ORIGIN", "The origin is missing; pass { origin } or set DATALOY_ORIGIN."],
  ["DATALOY_CLIENT_SECRET", "auth.clientSecret is missing; pass it or set DATALOY_CLIENT_SECRET."],
  ["DATALOY_TOKEN_URL", "auth.tokenUrl is missing; pass it or set DATALOY_TOKEN_URL."],
])("a missing %s is named", (missing, message) => {
  stub({ ...CREDENTIALS, [missing]: "" });
  expect(() => createDataloyClient()).toThrow(message);
});

test("who says nothing at all hears what there is", () => {
  vi.stubEnv("DATALOY_ORIGIN", "https://tenant.test");
  expect(() => createDataloyClient()).toThrow(
    "The token is missing; pass { auth } or set DATALOY_CLIENT_ID, DATALOY_USERNAME or DATALOY_TOKEN.",
  );
});

test.each(["http://tokens.example/oauth/token", "https://user:pass@tokens.test/", "//user:pass@tokens/", "tokens"])(
  "the token URL %s is refused before a secret is sent there",
  (tokenUrl) => {
    stub(CREDENTIALS);
    const create = () => createDataloyClient({ auth: { clientId: "id", tokenUrl } });
    expect(create).toThrow(TypeError);
    expect(create).not.toThrow(/pass@/);
  },
);

test("an answer without a usable token is an error that names the request", async () => {
  stub(CREDENTIALS);
  const fetch = async () => Response.json({ token: "elsewhere" });
  const call = createDataloyClient({ fetch, retry: false }).getServiceOrder({ path: { key: 1 } });
  await expect(call).rejects.toThrow(/requestToken/);
});

test("a token that comes in an undocumented way is in no error", async () => {
  stub(CREDENTIALS);
  const fetch = async () => Response.json({ access_token: "live-token-7" }, { status: 201 });
  const error = await createDataloyClient({ fetch })
    .getServiceOrder({ path: { key: 1 } })
    .catch((one) => one);
  expect(error).toMatchObject({ operationId: "requestToken", status: 201, body: undefined });
});
