export type { Answer, Incoming, IncomingHeaders, Outgoing } from "./answer.js";
export { answerPreflight, CROSS_ORIGIN_HEADERS, describeAllow } from "./cross-origin.js";
export { Refusal } from "./refusal.js";
export { refuseBadEscapes } from "./refuse-bad-escapes.js";
export { type Served, type ServeOptions, serve } from "./serve.js";
