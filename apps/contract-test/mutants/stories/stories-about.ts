import { type Contract, findOperation, openContract } from "@quayside/contract";
import dataloy from "@quayside/spec/dataloy.json" with { type: "json" };
import octopi from "@quayside/spec/octopi.json" with { type: "json" };
import type { Mutant } from "../mutant.ts";
import { STORIES } from "./all.ts";
import type { Step, Story } from "./story.ts";

const CONTRACTS: Readonly<Record<Mutant["api"], Contract>> = {
  octopi: openContract(octopi),
  dataloy: openContract(dataloy),
};

/** The stories in which a mutant has a fault; in the others it changes nothing. */
export function storiesAbout({ api, faults }: Pick<Mutant, "api" | "faults">): Story[] {
  const ofApi = STORIES.filter((story) => story.api === api);
  return ofApi.filter(({ steps }) => steps.some((step) => operationOf(api, step) in faults));
}

function operationOf(api: Mutant["api"], { method, url }: Step): string {
  return findOperation(CONTRACTS[api], method, url.split("?")[0] ?? "")?.operation.operationId ?? "";
}
