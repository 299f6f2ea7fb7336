export { API_NAMES, type ApiName } from "./api.js";
export { CannotRun } from "./cannot-run.js";
export { type Coverage, coverageOf } from "./coverage-of.js";
export { ERROR_RULES, FAILURE_RULES, type Finding, type Rule } from "./finding.js";
export type { ContractTestOptions } from "./open-target.js";
export { writeJunit } from "./reports/write-junit.js";
export { overall, type RunFacts, writeSummary } from "./reports/write-summary.js";
export type { CaseResult, Outcome } from "./result.js";
export { runContractTests } from "./run-contract-tests.js";
