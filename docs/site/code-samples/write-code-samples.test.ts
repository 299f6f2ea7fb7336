import { expect, test } from "vitest";
import { type OpenApiDocument, readBundle } from "../reference/read-bundle.ts";
import { addCodeSamples } from "./add-code-samples.ts";
import { writeCodeSamples } from "./write-code-samples.ts";

const octopi = await readBundle("octopi");
const dataloy = await readBundle("dataloy");
const sandbox = await readBundle("sandbox");

test("an operation that changes something, in four ways", () => {
  const [curl, client, plain, python] = writeCodeSamples(octopi, "cancelServiceOrder").map(({ source }) => source);
  expect(curl).toBe(`curl --fail-with-body --request PUT \\
  "\${OCTOPI_ORIGIN:-https://app.octopi.co}/api/v1/service_orders/API_TEST_002/cancel.json" \\
  --header "Authorization: Token token=$OCTOPI_TOKEN" \\
  --header "Content-Type: application/json" \\
  --data '{"service_order": {"cancellation_reason": "The vessel is delayed"}}'`);
  expect(client).toBe(`import { createOctopiClient } from "@quayside/client/octopi";

// Reads OCTOPI_ORIGIN and OCTOPI_TOKEN from the environment.
const octopi = createOctopiClient();

const answer = await octopi.cancelServiceOrder({
  path: { order_number: "API_TEST_002" },
  body: { service_order: { cancellation_reason: "The vessel is delayed" } },
});
console.log(answer);`);
  expect(plain).toBe(`const { OCTOPI_ORIGIN = "https://app.octopi.co", OCTOPI_TOKEN } = process.env;

const url = \`\${OCTOPI_ORIGIN}/api/v1/service_orders/API_TEST_002/cancel.json\`;
const response = await fetch(url, {
  method: "PUT",
  headers: {
    Authorization: \`Token token=\${OCTOPI_TOKEN}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ service_order: { cancellation_reason: "The vessel is delayed" } }),
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
console.log(await response.json());`);
  expect(python).toBe(`import json
import os
from urllib.request import Request, urlopen

origin = os.environ.get("OCTOPI_ORIGIN", "https://app.octopi.co")
token = os.environ["OCTOPI_TOKEN"]

request = Request(
    origin + "/api/v1/service_orders/API_TEST_002/cancel.json",
    method="PUT",
    headers={
        "Authorization": "Token token=" + token,
        "Content-Type": "application/json",
    },
    data=json.dumps({"service_order": {"cancellation_reason": "The vessel is delayed"}}).encode(),
)
with urlopen(request) as response:
    print(json.dumps(json.load(response), indent=2))`);
});

test("a list shows how much of it comes, and no filter; a tenant's server has no default", () => {
  const [curl, client] = writeCodeSamples(dataloy, "listServiceOrders").map(({ source }) => source);
  expect(curl).toBe(`curl --fail-with-body \\
  "$DATALOY_ORIGIN/ws/rest/ServiceOrder?limit=100" \\
  --user "$DATALOY_USERNAME:$DATALOY_PASSWORD" \\
  --header 'fields: {"status":{"statusTypeCode":"*"},"serviceOrderLines":{"amountFinal":"*"}}'`);
  expect(client).toContain(`dataloy.listServiceOrders({
  query: { limit: 100 },
  fields: {
    status: { statusTypeCode: true },
    serviceOrderLines: { amountFinal: true },
  },
});`);
});

test("the control API has no client and asks for no credentials; where no body comes, the status is printed", () => {
  const samples = writeCodeSamples(sandbox, "clearFaults");
  expect(samples.map(({ lang, label }) => [lang, label])).toEqual([
    ["Shell", "curl"],
    ["JavaScript", "fetch"],
    ["Python", "Python"],
  ]);
  expect(samples[1]?.source).toBe(`const { SANDBOX_ORIGIN = "http://127.0.0.1:4020" } = process.env;

const url = \`\${SANDBOX_ORIGIN}/_sandbox/faults\`;
const response = await fetch(url, {
  method: "DELETE",
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
console.log(response.status, await response.text());`);
});

test("a list of values is written as the parameter says, and what a shell would read in a path is escaped", () => {
  const query = { in: "query", name: "id", required: true, example: ["a,b", "c!"] };
  expect(curlOf(describeGet([query], "/$metadata/`x`"))).toContain('/\\$metadata/\\`x\\`?id=a%2Cb&id=c%21"');
  expect(curlOf(describeGet([{ ...query, explode: false }]))).toContain('/x?id=a%2Cb,c%21"');
});

test("an operation's own parameter goes before the path's of that name", () => {
  const shared = { in: "query", name: "id", required: true, example: 1 };
  const document = describeGet([{ ...shared, example: 2 }]);
  Object(document.paths["/x"]).parameters = [shared];
  expect(curlOf(document)).toContain('/x?id=2"');
});

test.each([
  [
    "a required parameter without an example",
    { in: "query", name: "id", required: true },
    /no example of "id" of getX/,
  ],
  [
    "a way up in a path",
    { in: "path", name: "id", required: true, example: ".." },
    /"id" is "\.\.", which has no place/,
  ],
  [
    "a line break in a header",
    { in: "header", name: "X-Id", required: true, example: "a\r\nb" },
    /"X-Id" has a character/,
  ],
])("%s stops the build, and is named", (_, parameter, message) => {
  expect(() => writeCodeSamples(describeGet([parameter], parameter.in === "path" ? "/x/{id}" : "/x"), "getX")).toThrow(
    message,
  );
});

test("an unknown operation, and a scheme that no sample can show, stop the build and are named", () => {
  expect(() => writeCodeSamples(octopi, "getOrder")).toThrow('"Octopi TOS API" has no operation getOrder.');
  const document = { ...describeGet([]), security: [{ OAuth2: [] }, { Basic: [], Key: [] }] };
  expect(() => writeCodeSamples(document, "getX")).toThrow("getX asks for OAuth2 or Basic with Key.");
});

test("the document that Redoc gets has the samples, and the one that is published has not", () => {
  const before = structuredClone(octopi);
  const { paths } = addCodeSamples(octopi);
  expect(octopi).toEqual(before);
  expect(paths["/api/v1/service_orders.json"]).toMatchObject({
    post: { "x-codeSamples": writeCodeSamples(octopi, "createServiceOrder") },
  });
});

function curlOf(document: OpenApiDocument): string | undefined {
  return writeCodeSamples(document, "getX").find(({ label }) => label === "curl")?.source;
}

function describeGet(parameters: readonly object[], path = "/x"): OpenApiDocument {
  return { info: { title: "X" }, paths: { [path]: { get: { operationId: "getX", parameters, responses: {} } } } };
}
