import { Refusal } from "@quayside/serve";
import { loadPrism, type PrismHttp } from "./load-prism.js";
import { type Diagnostic, refuseDiagnostics } from "./refuse-invalid.js";

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
  /**
   * An answer that the choice calls dynamic is invented, and valid by its schema; where no invention succeeds, it is the example.
   *
   * @throws Refusal - naming the rules of the operation that the request breaks.
   */
  answer(operation: Operation, request: PrismRequest, choice: Choice): Promise<Reply>;
  /** Gives the chosen answer to nobody: no request is judged. */
  example(operation: Operation, choice: Choice): Promise<Reply>;
};

const ERROR = 0;
const MAX_INVENTIONS = 20;

/** Loads Prism. It logs nothing, and calls nobody. */
export function openEngine(): Engine {
  const { createInstance, getHttpOperationsFromSpec } = loadPrism();
  const instance = createInstance(configure(true), { logger: silentLogger() });

  async function ask(operation: Operation, request: PrismRequest, choice: Choice, validate: boolean): Promise<Reply> {
    const result = await instance.request(request, [operation], configure(validate, choice))();
    const diagnostics =
      result._tag === "Left" ? undocumented(result.left) : result.right.validations.input.filter(isError);
    if (diagnostics.length > 0) throw refuseDiagnostics(operation, diagnostics);
    if (result._tag === "Left") throw result.left;
    if (result.right.validations.output.length > 0) throw new Error("The invented answer breaks its own schema.");
    const { statusCode, headers, body } = result.right.output;
    return { status: statusCode, headers: { ...headers }, body };
  }

  /** json-schema-faker fails on some of its own inventions, e.g. an empty object in a list; another try finds another. */
  async function invent(operation: Operation, request: PrismRequest, choice: Choice): Promise<Reply> {
    for (let attempt = 0; attempt < MAX_INVENTIONS; attempt += 1) {
      try {
        return await ask(operation, request, choice, true);
      } catch (problem) {
        if (problem instanceof Refusal) throw problem;
      }
    }
    return ask(operation, request, { ...choice, dynamic: false }, true);
  }

  return {
    readOperations: async (document) => {
      // Prism resolves references in the very object that it is given.
      const operations = await getHttpOperationsFromSpec(structuredClone(document));
      // Prism would send requests to the URLs of callbacks.
      return operations.map((operation) => ({ ...operation, callbacks: undefined }) as Operation);
    },
    answer: (operation, request, choice) =>
      choice.dynamic ? invent(operation, request, choice) : ask(operation, request, choice, true),
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
    validateResponse: mock.dynamic,
    errors: false,
    upstreamProxy: undefined,
    mock,
  };
}

/** What Prism finds in a request to an operation that documents no answer to an invalid one. */
function undocumented(problem: Error): Diagnostic[] {
  const additional: unknown = "additional" in problem ? problem.additional : undefined;
  const known = typeof additional === "object" && additional !== null && "validation" in additional;
  const findings: unknown = known ? additional.validation : undefined;
  return Array.isArray(findings)
    ? findings.map(({ location, code, message }) => ({ path: location, code, message }))
    : [];
}

function isError({ severity }: { severity: number }): boolean {
  return severity === ERROR;
}

function silentLogger(): Logger {
  const log = () => {};
  const methods = { trace: log, debug: log, info: log, success: log, warn: log, error: log, fatal: log };
  const child = () => ({ ...methods, child });
  // Prism asks for a whole pino logger, and calls no other methods than these.
  return child() as unknown as Logger;
}
