import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Contract, checkRequest, findOperation, openContract } from "@quayside/contract";
import { type Example, examplesOf } from "./examples-of.ts";

/**
 * Serves a description's examples on a free port, as obedient as a mock: what is broken is refused, else the status that was asked for with
 * `Prefer` comes. Prism looks through all paths for each request, so that it is Prism's growth that would be measured.
 */
export async function openExamplesServer(document: Record<string, unknown>) {
  const contract = openContract(document);
  const examples = Map.groupBy(examplesOf(document), ({ operationId }) => operationId);
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const headers = new Headers(request.headers as Record<string, string>);
    const { status, body } = answer(contract, examples, { method, url, headers, body: await text(request) });
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

type Message = { method: string; url: string; headers: Headers; body: string };

const REFUSAL = JSON.stringify({ error: "No." });

function answer(contract: Contract, examples: ReadonlyMap<string, readonly Example[]>, message: Message) {
  const findings = checkRequest(contract, message);
  const rules = new Set(findings.map(({ rule }) => rule));
  if (rules.has("unknown-path")) return { status: 404, body: REFUSAL };
  if (rules.has("unknown-method")) return { status: 405, body: REFUSAL };
  if (!/^Token token=./.test(message.headers.get("authorization") ?? "")) return { status: 401, body: REFUSAL };
  const { pathname } = new URL(message.url, "http://examples");
  const operationId = findOperation(contract, message.method, pathname)?.operation.operationId ?? "";
  const known = examples.get(operationId) ?? [];
  if (findings.length > 0) return { status: known.some(({ status }) => status === 422) ? 422 : 400, body: REFUSAL };
  const asked = Number(/code=(\d+)/.exec(message.headers.get("prefer") ?? "")?.[1]);
  const chosen = known.find(({ status }) => status === asked) ?? known[0];
  return chosen ?? { status: 404, body: REFUSAL };
}
