import { startSandbox } from "@quayside/sandbox";
import { MUTANTS } from "../mutants/all.ts";
import { KINDS, type Mutant } from "../mutants/mutant.ts";
import { type Running, startMutant } from "../mutants/start-mutant.ts";
import { type PrismProxy, startPrismProxy } from "./prism-proxy.ts";
import { isFoundByRespect, requireRespectPasses } from "./respect.ts";
import { firstFailure, isFoundBySuite } from "./suite.ts";
import { writeTable } from "./table.ts";

/** What looks for mutants, and how it is called in the table. */
export const TOOLS = { suite: "contract-test", respect: "redocly respect", prism: "prism proxy" } as const;
export type Tool = keyof typeof TOOLS;

/** What a measurement came to. */
export type Measured = { readonly text: string; readonly isKept: boolean };

/** Which share of the mutants the suite is to find. */
const GOAL = 0.95;

const APIS = ["octopi", "dataloy"] as const;

type Found = Readonly<Partial<Record<Tool, boolean>>>;

/**
 * Puts in one mutant after the other, and sees who finds it.
 *
 * @param about - Only mutants of which this is the kind, the api, the operation, or in the name; all when it is empty.
 */
export async function measureMutants(tools: readonly Tool[], about = ""): Promise<Measured> {
  const mutants = MUTANTS.filter((mutant) => isAbout(mutant, about));
  const found = new Map<Mutant, Found>();
  const notes: string[] = [];
  const sandbox = await startSandbox({ port: 0 });
  const running = await startMutant(sandbox.origin);
  try {
    for (const api of APIS) {
      const ofApi = mutants.filter((mutant) => mutant.api === api);
      if (ofApi.length === 0) continue;
      const looking = await openTools(tools, api, running.origin, notes);
      try {
        for (const mutant of ofApi) found.set(mutant, await lookFor(mutant, running, looking));
      } finally {
        await looking.prism?.close();
      }
    }
  } finally {
    await running.close();
    await sandbox.close();
  }
  return judge(tools, found, notes);
}

function isAbout({ kind, api, operationId, name }: Mutant, about: string): boolean {
  return [kind, api, operationId].includes(about) || name.includes(about);
}

type Looking = { readonly tools: readonly Tool[]; readonly prism: PrismProxy | undefined };

/** Makes sure that no tool finds anything where there is nothing. */
async function openTools(
  tools: readonly Tool[],
  api: Mutant["api"],
  origin: string,
  notes: string[],
): Promise<Looking> {
  if (tools.includes("suite")) {
    const failure = await firstFailure({ api, target: origin });
    if (failure !== undefined) throw new Error(`The suite fails without a mutant, and would find anything: ${failure}`);
  }
  if (tools.includes("respect")) await requireRespectPasses(origin, api);
  const prism = tools.includes("prism") ? await startPrismProxy(api, origin) : undefined;
  if (prism !== undefined)
    notes.push(
      `Prism complains about ${prism.complaintsOfItsOwn} answers of ${api} without any mutant; they do not count.`,
    );
  return { tools, prism };
}

async function lookFor(mutant: Mutant, running: Running, { tools, prism }: Looking): Promise<Found> {
  const looks: Readonly<Record<Tool, () => Promise<boolean> | undefined>> = {
    suite: () => isFoundBySuite(running.origin, mutant.api, mutant),
    respect: () => isFoundByRespect(running.origin, mutant),
    prism: () => prism?.isFound(mutant),
  };
  const found: Partial<Record<Tool, boolean>> = {};
  for (const tool of tools) {
    running.put(mutant);
    found[tool] = (await looks[tool]()) ?? false;
  }
  running.put(undefined);
  console.error(`${tools.map((tool) => `${tool} ${found[tool] ? "yes" : "NO"}`).join(", ")}: ${mutant.name}`);
  return found;
}

function judge(tools: readonly Tool[], found: ReadonlyMap<Mutant, Found>, notes: readonly string[]): Measured {
  const all = [...found];
  const share = (tool: Tool, of: typeof all) => of.filter(([, one]) => one[tool]).length;
  const row = (what: string, of: typeof all) => [
    what,
    String(of.length),
    ...tools.map((tool) => String(share(tool, of))),
  ];
  const kinds = KINDS.map((kind) =>
    row(
      kind,
      all.filter(([mutant]) => mutant.kind === kind),
    ),
  );
  const percent = (tool: Tool) => `${((100 * share(tool, all)) / all.length).toFixed(1)} %`;
  const head = ["kind of mutant", "there are", ...tools.map((tool) => TOOLS[tool])];
  const total = [row("all", all), ["", "", ...tools.map(percent)]];
  const missed = all
    .filter(([, { suite }]) => suite === false)
    .map(([mutant]) => `  ${mutant.kind}, ${mutant.operationId}: ${mutant.name}`);
  const isKept = !tools.includes("suite") || share("suite", all) >= GOAL * all.length;
  const lines = [
    writeTable([head, ...kinds.filter(([, count]) => count !== "0"), ...total]),
    ...notes,
    ...(missed.length > 0 ? ["The suite does not find:", ...missed] : []),
    ...(tools.includes("suite") ? [`The suite is to find ${GOAL * 100} %: ${isKept ? "kept" : "MISSED"}.`] : []),
  ];
  return { text: lines.join("\n"), isKept };
}
