export { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.js";
export { type RunningSandbox, type StartOptions, startSandbox } from "./start-sandbox.js";
