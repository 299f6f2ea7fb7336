import { Refusal } from "@quayside/serve";
import { chooseMediaType } from "./media-types.js";
import type { Preferences } from "./prefer.js";
import type { Choice, Operation } from "./prism-engine.js";

type Answer = Operation["responses"][number];
type Content = NonNullable<Answer["contents"]>[number];

const JSON_TYPE = "application/json";

/**
 * Chooses which of an operation's documented answers to give: without preferences the first success.
 * An example's name alone finds the answer that has it.
 *
 * @throws Refusal - 400 for a status or an example that the operation does not have; 406 when `accept` allows no answer.
 */
export function chooseAnswer(operation: Operation, preferences: Preferences, accept: string | null): Choice {
  const answer = findAnswer(operation, preferences);
  const contents = contentsOf(answer).filter((content) => hasExample(content, preferences.example));
  const offered = mediaTypes(contents);
  const mediaType = chooseMediaType(accept, offered);
  if (mediaType === undefined && offered.length > 0) {
    throw new Refusal(406, `Accept leaves nothing: the answer ${answer.code} comes as ${offered.join(" or ")}.`);
  }
  return {
    status: Number(answer.code),
    mediaType,
    example: preferences.example,
    dynamic: preferences.dynamic ?? false,
  };
}

/** The documented answer with a status; undefined when the operation documents none, or none that `accept` allows. */
export function chooseError(operation: Operation, status: number, accept: string | null): Choice | undefined {
  const answer = operation.responses.find(({ code }) => code === String(status));
  const mediaType = acceptable(accept, mediaTypes(answer === undefined ? [] : contentsOf(answer)));
  return mediaType === undefined ? undefined : { status, mediaType };
}

/** An `Accept` header that cannot be read accepts nothing. */
function acceptable(accept: string | null, offered: readonly string[]): string | undefined {
  try {
    return chooseMediaType(accept, offered);
  } catch {
    return undefined;
  }
}

function findAnswer(operation: Operation, { status, example }: Preferences): Answer {
  const answers = [...operation.responses].sort((a, b) => a.code.localeCompare(b.code));
  const known = status === undefined ? answers : answers.filter(({ code }) => code === String(status));
  if (known.length === 0) throw new Refusal(400, `Prefer has code=${status}. ${describeCodes(operation)}`);
  if (example === undefined) return known.find(({ code }) => code.startsWith("2")) ?? firstOf(known);
  const withExample = known.filter((answer) => contentsOf(answer).some((content) => hasExample(content, example)));
  if (withExample.length === 0)
    throw new Refusal(400, `Prefer has example=${example}. ${describeExamples(operation, known)}`);
  return firstOf(withExample);
}

function contentsOf(answer: Answer): Content[] {
  return answer.contents ?? [];
}

function hasExample(content: Content, example: string | undefined): boolean {
  return example === undefined || (content.examples ?? []).some(({ key }) => key === example);
}

/** JSON first: it is what everybody wants who does not say. */
function mediaTypes(contents: readonly Content[]): string[] {
  const all = contents.map(({ mediaType }) => mediaType);
  return all.includes(JSON_TYPE) ? [JSON_TYPE, ...all.filter((mediaType) => mediaType !== JSON_TYPE)] : all;
}

function describeCodes(operation: Operation): string {
  return `${operation.iid} answers with ${operation.responses.map(({ code }) => code).join(", ")}.`;
}

function describeExamples(operation: Operation, answers: readonly Answer[]): string {
  const names = answers.flatMap((answer) => contentsOf(answer).flatMap((content) => content.examples ?? []));
  const unique = [...new Set(names.map(({ key }) => key))];
  return `${operation.iid} has ${unique.length === 0 ? "no examples there" : unique.join(", ")}.`;
}

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error("The operation documents no answers.");
  return first;
}
