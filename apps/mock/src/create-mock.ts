import { CROSS_ORIGIN_HEADERS, Refusal } from "@quayside/serve";
import { answerOptions } from "./answer-options.js";
import { answerRefusal } from "./answer-refusal.js";
import type { Api } from "./api.js";
import { authorise } from "./authorise.js";
import { chooseAnswer } from "./choose-answer.js";
import { dataloy } from "./dataloy.js";
import { octopi } from "./octopi.js";
import { readPreferences } from "./prefer.js";
import { type Engine, openEngine } from "./prism-engine.js";
import { toPrismRequest, toResponse } from "./prism-messages.js";
import { readJsonBody } from "./read-json-body.js";
import { type Query, readUrl } from "./read-url.js";
import { refuseQuery } from "./refuse-query.js";
import { findRoute, type Match, type Route, routesOnPath, toRoute } from "./routes.js";

/** Answers one request as the documents say. It never rejects, and keeps nothing from one request to the next. */
export type Mock = (request: Request) => Promise<Response>;

/** What a mock may be told; everything has a default. */
export type MockOptions = {
  /** Octopi and Dataloy unless told otherwise. Their paths must differ. */
  apis?: Api[];
  /** For the dates in error bodies. */
  clock?: () => Date;
  /** Hears of faults of the mock itself; the caller gets a 500 that tells nothing of them. */
  onFault?: (fault: unknown) => void;
};

/**
 * Opens a mock that needs no port.
 *
 * @throws Error - when a document cannot be read.
 */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { apis = [octopi(), dataloy()], clock = () => new Date(), onFault = () => {} } = options;
  const engine = openEngine();
  const routes = await readRoutes(engine, apis);

  const refuse = async (problem: unknown, request: Request, match?: Match) => {
    if (!(problem instanceof Refusal)) onFault(problem);
    const refusal = problem instanceof Refusal ? problem : new Refusal(500, "The mock itself failed on this request.");
    return answerRefusal({ engine, apis, match, request, refusal, date: clock() });
  };

  return async (request) => {
    try {
      const url = readUrl(request.url);
      if (request.method === "OPTIONS") return allowCrossOrigin(answerOptions(routesOnPath(routes, url.path), request));
      const match = findRoute(routes, request.method, url.path);
      const answered = answer(engine, match, url.query, request).catch((problem) => refuse(problem, request, match));
      return allowCrossOrigin(await answered);
    } catch (problem) {
      return allowCrossOrigin(await refuse(problem, request));
    }
  };
}

/** Lets scripts of every origin read an answer: the mock has nothing to protect. */
function allowCrossOrigin(response: Response): Response {
  for (const [name, value] of Object.entries(CROSS_ORIGIN_HEADERS)) response.headers.set(name, value);
  return response;
}

async function readRoutes(engine: Engine, apis: readonly Api[]): Promise<Route[]> {
  const perApi = apis.map(async (api) => {
    const operations = await engine.readOperations(api.document);
    return operations.map((operation) => toRoute(api, operation));
  });
  return (await Promise.all(perApi)).flat();
}

async function answer(engine: Engine, match: Match, query: Query, request: Request): Promise<Response> {
  const { operation } = match.route;
  authorise(match.route, request.headers.get("authorization"));
  refuseQuery(operation, query);
  const body = await readJsonBody(operation, request);
  const preferences = readPreferences(request.headers.get("prefer"));
  const choice = chooseAnswer(operation, preferences, request.headers.get("accept"));
  const reply = await engine.answer(operation, toPrismRequest(match, query, request, body), choice);
  return toResponse(reply, request.method);
}
