import { createMock, startMock } from "@quayside/mock";
import { createSandbox, startSandbox } from "@quayside/sandbox";

const path = "/api/v1/service_orders/API_TEST_002.json";
const headers = { authorization: "Token token=demo" };

const mock = await startMock({ port: 0 });
const sandbox = await startSandbox({ port: 0 });
const fromMock = await fetch(mock.origin + path, { headers });
const fromSandbox = await fetch(sandbox.origin + path, { headers });
await Promise.all([mock.close(), sandbox.close()]);

const asked = new Request(`http://127.0.0.1${path}`, { headers });
const withoutPort = [await (await createMock())(asked), await (await createSandbox()).fetch(asked)];

console.log(JSON.stringify([fromMock, fromSandbox, ...withoutPort].map(({ status }) => status)));
