export { CannotRun } from "./cannot-run.js";
export type { Finding, Rule } from "./finding.js";
export type { BaselineReport, Overall, Report, ReportedFinding } from "./reports/report.js";
export type { CheckResult, Kind, Outcome } from "./result.js";
export type { ContractTestOptions } from "./run/open-target.js";
export { reportOf } from "./run/report-of.js";
export { runContractTests, type Watcher } from "./run/run-contract-tests.js";
export { ASPECTS, type Aspect, type Coverage, type OperationCoverage, type Reach } from "./spec-coverage/coverage.js";
