export type { Api, ErrorContext } from "./api.js";
export { createMock, type Mock, type MockOptions } from "./create-mock.js";
export { type RunningMock, type StartOptions, startMock } from "./start-mock.js";
