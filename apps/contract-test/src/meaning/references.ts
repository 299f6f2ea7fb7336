import type { Caller } from "../caller.js";
import type { Check } from "../check.js";
import { withValue } from "../pointer.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, creationOf, makeRecord, readRecord } from "./record.js";
import type { Reference, Resource } from "./resource.js";

/** What refers to a record that there is not is refused, and changes nothing. */
export function references(resource: Resource): Check[] {
  return resource.references.map((reference) =>
    meaningCheck(reference.by, `${reference.sent} as ${show(reference.unknown)} is refused`, "own", (caller) =>
      tryReference(caller, resource, reference),
    ),
  );
}

async function tryReference(caller: Caller, resource: Resource, reference: Reference): Promise<void> {
  const { by, sent, unknown, inferred } = reference;
  const where = `${by} ${sent}`;
  if (by === resource.create?.operationId) {
    const { values } = creationOf(caller, resource, [{ pointer: sent, value: unknown }]);
    const { status } = await caller.call(by, values);
    if (status < 400)
      tell(
        caller,
        "invalid-request-accepted",
        where,
        `${status} to ${show(unknown)}, which there is not`,
        "a refusal",
        inferred,
      );
    return;
  }
  const made = await makeRecord(caller, resource);
  const before = await readRecord(caller, made);
  const { status } = await callOn(caller, made, by, withValue({}, sent, unknown));
  if (status < 400)
    tell(
      caller,
      "invalid-request-accepted",
      where,
      `${status} to ${show(unknown)}, which there is not`,
      "a refusal",
      inferred,
    );
  else if (!isEqual(before, await readRecord(caller, made)))
    tell(caller, "changed-unasked", where, "the update is refused, and changes the record", "that it stays as it is");
}
