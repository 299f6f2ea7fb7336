export { checkRequest, type RequestValues, readRequest } from "./check-request.js";
export { checkResponse, findResponse } from "./check-response.js";
export type {
  Contract,
  MediaType,
  Operation,
  Parameter,
  ReadableHeaders,
  RequestBody,
  RequestMessage,
  ResponseDefinition,
  ResponseMessage,
  SecurityScheme,
} from "./contract.js";
export { allowedMethods, findOperation, type OperationMatch } from "./find-operation.js";
export { type Finding, MAX_FINDINGS, RULES, type Rule } from "./finding.js";
export { openContract } from "./open-contract.js";
export { type ParameterValues, readParameters } from "./parameters/read-parameters.js";
export type { Schema } from "./schema/compile-schemas.js";
