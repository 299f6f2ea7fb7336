import type { Finding, Rule } from "../finding.js";
import { mask } from "../mask.js";
import type { CheckResult, Verdict } from "../result.js";
import { BudgetSpent } from "../wire/open-wire.js";
import { type Caller, openCaller } from "./caller.js";
import type { Check } from "./check.js";
import { secretsOf } from "./read-credentials.js";
import type { Run } from "./run.js";
import { CannotTell, NotReached } from "./verdicts.js";

/** Runs a check in a session of its own where there are any. Never rejects: what went wrong is in the result. */
export async function runCheck(run: Run, check: Check): Promise<CheckResult> {
  const start = performance.now();
  const session = run.sessions.open(check.reach);
  const caller = openCaller(run, session);
  const verdict = await attempt(caller, check);
  await caller.close();
  await run.sessions.close(session);
  const secrets = secretsOf(run.target);
  const clean = (finding: Finding) => ({
    ...finding,
    where: mask(finding.where, secrets),
    message: mask(finding.message, secrets),
  });
  const { outcome, findings, note } = concluded(caller, verdict);
  const tells = outcome === "failed" || outcome === "error" || caller.warnings.length > 0;
  return {
    kind: check.kind,
    operationId: check.operationId,
    name: check.name,
    outcome,
    findings: findings.map(clean),
    warnings: caller.warnings.map(clean),
    known: [],
    status: caller.status,
    asked: check.asked,
    note: mask(note, secrets),
    durationMs: performance.now() - start,
    exchanges: tells ? caller.exchanges : [],
  };
}

async function attempt(caller: Caller, check: Check): Promise<Verdict | undefined> {
  try {
    requireGiven(caller.run, check);
    return await check.run(caller);
  } catch (error) {
    if (error instanceof NotReached) return { outcome: "not-reached", findings: [], note: error.message };
    if (error instanceof BudgetSpent) return stopped(check, "budget-spent", error.message);
    if (error instanceof CannotTell) return stopped(check, error.rule, error.message);
    // A fault of our own shows its stack: it is to be reported.
    return stopped(
      check,
      "could-not-run",
      `contract-test itself failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}

/** @throws NotReached when the check would write to a system that is not ours, and lacks what it knows of it. */
function requireGiven({ target: { mode, fixtures } }: Run, { reach, needs = [] }: Check): void {
  const missing = needs.filter((name) => !Object.hasOwn(fixtures, name));
  if (mode !== "disposable" || reach === "reads" || missing.length === 0) return;
  throw new NotReached(`it needs ${missing.join(", ")} of the target: --fixtures gives them`);
}

function stopped({ operationId }: Check, rule: Rule, message: string): Verdict {
  return { outcome: "error", findings: [{ rule, where: operationId, message }], note: "" };
}

/** What was found stays found, however the check ended. */
function concluded({ findings }: Caller, verdict: Verdict | undefined): Verdict {
  const all = [...findings, ...(verdict?.findings ?? [])];
  if (findings.length > 0) return { outcome: "failed", findings: all, note: verdict?.note ?? "" };
  return verdict ?? { outcome: "passed", findings: [], note: "" };
}
