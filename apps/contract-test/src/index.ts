export { API_NAMES, type ApiName } from "./api.js";
export { CannotRun } from "./cannot-run.js";
export { runContractTests } from "./contract-tests.js";
export { type Coverage, coverageOf } from "./coverage.js";
export { ERROR_RULES, FAILURE_RULES, type Finding, type Rule } from "./finding.js";
export { writeJunit } from "./reports/junit.js";
export { writeSummary } from "./reports/summary.js";
export type { CaseResult, Outcome } from "./result.js";
export type { ContractTestOptions } from "./target.js";
