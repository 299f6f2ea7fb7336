import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { checkResponse, findOperation, openContract } from "@quayside/contract";

const require = createRequire(import.meta.url);
const contract = openContract(require("@quayside/spec/octopi.json"));
const path = "/api/v1/service_orders/SO123456.json";

const operation = findOperation(contract, "GET", path)?.operation.operationId ?? "none";
const answer = await fetch(process.argv[2] + path, { headers: { authorization: "Token token=demo" } });
const { status, headers } = answer;
const body = await answer.text();
const broken = body.replace('"order_number"', '"number"');

console.log(
  JSON.stringify({
    operation,
    kept: checkResponse(contract, operation, { status, headers, body }),
    broken: checkResponse(contract, operation, { status, headers, body: broken }).map(({ rule }) => rule),
    yaml: readFileSync(require.resolve("@quayside/spec/octopi.yaml"), "utf8").slice(0, 8),
  }),
);
