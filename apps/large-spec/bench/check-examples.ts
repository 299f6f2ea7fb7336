// node check-examples.ts <mirrored workspace>: opens the contract of the bundle there and holds every example of an answer against it.
import { checkResponse, openContract } from "@quayside/contract";
import { examplesOf, readBundle } from "./examples-of.ts";

const [mirror = ""] = process.argv.slice(2);
const document = await readBundle(mirror);
const contract = openContract(document);
const headers = new Headers({ "content-type": "application/json" });
for (const { operationId, ...answer } of examplesOf(document)) {
  const [finding] = checkResponse(contract, operationId, { ...answer, headers });
  if (finding !== undefined) throw new Error(`${finding.where}: ${finding.message}`);
}
