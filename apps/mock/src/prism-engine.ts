import { loadPrism, type PrismHttp } from "./load-prism.js";
import { Refusal, type Violation } from "./refusal.js";

type Instance = ReturnType<PrismHttp["createInstance"]>;
type Config = Parameters<PrismHttp["createInstance"]>[0];
type Logger = Parameters<PrismHttp["createInstance"]>[1]["logger"];

/** A request in Prism's form: header names in lower case, the body parsed. */
export type PrismRequest = Parameters<Instance["request"]>[0];

/** An operation of a document, as Prism reads it. */
export type Operation = Awaited<ReturnType<PrismHttp["getHttpOperationsFromSpec"]>>[number];

/** Which of an operation's answers to give. Without an example, the first of the media type. */
export type Choice = { status: number; mediaType: string | undefined; example?: string | undefined; dynamic?: boolean };

/** An answer before it is serialised. `body` is undefined where the document describes none. */
export type Reply = { status: number; headers: Record<string, string>; body: unknown };

/** Prism's engine, reduced to what the mock asks of it. */
export type Engine = {
  /** @throws Error - when the document is not OpenAPI. */
  readOperations(document: object): Promise<Operation[]>;
  /** @throws Refusal - naming every rule of the operation that the request breaks. */
  answer(operation: Operation, request: PrismRequest, choice: Choice): Promise<Reply>;
  /** Gives the chosen answer to nobody: no request is judged. */
  example(operation: Operation, choice: Choice): Promise<Reply>;
};

const ERROR = 0;
const MAX_VIOLATIONS = 10;

/** Loads Prism. It logs nothing, and calls nobody. */
export function openEngine(): Engine {
  const { createInstance, getHttpOperationsFromSpec } = loadPrism();
  const instance = createInstance(configure(true), { logger: silentLogger() });

  async function ask(operation: Operation, request: PrismRequest, choice: Choice, validate: boolean): Promise<Reply> {
    const result = await instance.request(request, [operation], configure(validate, choice))();
    if (result._tag === "Left") throw refusalOf(result.left, operation);
    const violations = result.right.validations.input.filter(({ severity }) => severity === ERROR).map(toViolation);
    if (violations.length > 0) throw refuseInvalid(operation, violations);
    const { statusCode, headers, body } = result.right.output;
    return { status: statusCode, headers: { ...headers }, body };
  }

  return {
    readOperations: async (document) => {
      // Prism resolves references in the very object that it is given.
      const operations = await getHttpOperationsFromSpec(structuredClone(document));
      // Prism would send requests to the URLs of callbacks.
      return operations.map((operation) => ({ ...operation, callbacks: undefined }) as Operation);
    },
    answer: (operation, request, choice) => ask(operation, request, choice, true),
    example: (operation, choice) => {
      const method = operation.method as PrismRequest["method"];
      return ask(operation, { method, url: { path: operation.path } }, choice, false);
    },
  };
}

function configure(validateRequest: boolean, choice?: Choice): Config {
  const mock = {
    dynamic: choice?.dynamic ?? false,
    ...(choice === undefined ? {} : { code: choice.status }),
    ...(choice?.example === undefined ? {} : { exampleKey: choice.example }),
    ...(choice?.mediaType === undefined ? {} : { mediaTypes: [choice.mediaType] }),
  };
  // Credentials are judged by the API's own rules: Prism takes any value for an API key, and no password with a colon.
  return {
    isProxy: false,
    checkSecurity: false,
    validateRequest,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock,
  };
}

/** The status of an operation's answer to an invalid request: 422 or 400, whichever it documents. */
export function invalidStatus(operation: Operation): number {
  const documented = operation.responses.map(({ code }) => code);
  return documented.includes("422") || !documented.includes("400") ? 422 : 400;
}

/** Refuses a request that breaks rules of the operation, with a sentence that names each. */
export function refuseInvalid(operation: Operation, violations: Violation[]): Refusal {
  const shown = violations.slice(0, MAX_VIOLATIONS);
  const hidden = violations.length - shown.length;
  const sentences = shown.map(({ message }) => message).concat(hidden > 0 ? [`and ${hidden} more`] : []);
  return new Refusal(invalidStatus(operation), `${sentences.join("; ")}.`, {}, shown);
}

/** Prism tells of the violations in its error where the operation documents no answer to an invalid request. */
function refusalOf(problem: unknown, operation: Operation): unknown {
  if (!(problem instanceof Error) || !("additional" in problem)) return problem;
  const { additional } = problem;
  if (typeof additional !== "object" || additional === null || !("validation" in additional)) return problem;
  const validation: unknown = additional.validation;
  if (!Array.isArray(validation)) return problem;
  return refuseInvalid(
    operation,
    validation.map(({ location, code, message }) => toViolation({ path: location, code, message })),
  );
}

function toViolation({ path, code, message }: Diagnostic): Violation {
  return { location: ["request", ...(path ?? [])], severity: "Error", code: String(code ?? ""), message };
}

type Diagnostic = { path?: string[] | undefined; code?: string | number | undefined; message: string };

function silentLogger(): Logger {
  const silent = () => {};
  const logger = {
    trace: silent,
    debug: silent,
    info: silent,
    success: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  const child = () => ({ ...logger, child });
  // Prism asks for a whole pino logger, and calls no other methods than these.
  return child() as unknown as Logger;
}
