import { basename } from "node:path";
import type { Context, Node } from "./rule.ts";

const VERBS = ["list", "get", "create", "update", "delete", "cancel", "apply", "lift"];
const FORM = new RegExp(`^(${VERBS.join("|")})([A-Z][a-zA-Z]+)$`);
const FILES: Record<string, string> = {
  list: "collection.yaml",
  create: "collection.yaml",
  get: "member.yaml",
  update: "member.yaml",
  delete: "member.yaml",
};

/** An operationId is a verb and a noun, and its verb tells the file that it stands in. */
export function operationIds() {
  return { Paths: { PathItem: { Operation: checkOperation } } };
}

function checkOperation(operation: Node, context: Context): void {
  const location = context.location.child(["operationId"]);
  const verb = FORM.exec(String(operation.operationId))?.[1];
  if (verb === undefined) {
    const message = `Write \`operationId\` as a verb and a noun, such as \`getServiceOrder\`; verbs are ${VERBS.join(", ")}.`;
    context.report({ message, location });
    return;
  }
  const file = basename(context.location.source.absoluteRef);
  const allowed = FILES[verb] ? [FILES[verb]] : ["member.yaml", `${verb}.yaml`];
  if (!allowed.includes(file)) {
    context.report({ message: `Move \`${operation.operationId}\` to ${allowed.join(" or ")}.`, location });
  }
}
