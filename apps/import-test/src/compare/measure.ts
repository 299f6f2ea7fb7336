import { type Api, apis, readBundle } from "../bundles.ts";
import { describeBundle } from "../described/describe.ts";
import type { Program } from "../programs/program.ts";
import type { Aspect, Outcome } from "./aspect.ts";
import { bodyAspects } from "./body-aspects.ts";
import { operationAspects } from "./operation-aspects.ts";
import { parameterAspects } from "./parameter-aspects.ts";
import { wholeAspects } from "./whole-aspects.ts";

/** Everything that is looked at, in the order of the guide's table. */
export const aspects: readonly Aspect[] = [...operationAspects, ...parameterAspects, ...bodyAspects, ...wholeAspects];

/** What one program makes of all bundles. */
export type Measured = ReadonlyMap<Api, readonly { readonly what: string; readonly outcomes: readonly Outcome[] }[]>;

/** Imports all bundles, as YAML, and compares what comes out with what they say. */
export async function measure(program: Program): Promise<Measured> {
  const measured = apis.map(async (api) => {
    const described = describeBundle(await readBundle(api, "json"));
    const collection = await program.importBundle(await readBundle(api, "yaml"));
    const found = aspects.map(({ name, find }) => ({ what: name, outcomes: find(described, collection) }));
    return [api, found] as const;
  });
  return new Map(await Promise.all(measured));
}
