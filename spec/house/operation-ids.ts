import { basename } from "node:path";
import type { Context, Node, Visit } from "./rule.ts";

const VERBS = ["list", "get", "create", "update", "delete", "cancel", "apply", "lift"];
const FILES: Record<string, string> = {
  list: "collection.yaml",
  create: "collection.yaml",
  add: "collection.yaml",
  clear: "collection.yaml",
  get: "member.yaml",
  update: "member.yaml",
  delete: "member.yaml",
};

/**
 * An operationId is a verb and a noun, and its verb tells the file that it stands in.
 *
 * @param options - `verbs`: those of one API, beside the usual ones.
 */
export function operationIds({ verbs = [] }: { verbs?: readonly string[] }) {
  const known = [...VERBS, ...verbs];
  const Operation: Visit = (operation, context) => checkOperation(operation, context, known);
  return { Paths: { PathItem: { Operation } } };
}

function checkOperation(operation: Node, context: Context, verbs: readonly string[]): void {
  const location = context.location.child(["operationId"]);
  const form = new RegExp(`^(${verbs.join("|")})[A-Z][a-zA-Z]+$`);
  const verb = form.exec(String(operation.operationId))?.[1];
  if (verb === undefined) {
    const message = `Write \`operationId\` as a verb and a noun, such as \`getServiceOrder\`; verbs are ${verbs.join(", ")}.`;
    context.report({ message, location });
    return;
  }
  const file = basename(context.location.source.absoluteRef);
  const allowed = FILES[verb] ? [FILES[verb]] : ["member.yaml", `${verb}.yaml`];
  if (!allowed.includes(file)) {
    context.report({ message: `Move \`${operation.operationId}\` to ${allowed.join(" or ")}.`, location });
  }
}
