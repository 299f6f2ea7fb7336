import { withValue } from "../pointer.js";
import type { Caller } from "../run/caller.js";
import type { Check } from "../run/check.js";
import { isEqual } from "./is-same.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import { callOn, creationOf, type Made, makeRecord, readRecord } from "./record.js";
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
  const { status, made, before } = await send(caller, resource, reference);
  if (status < 400) {
    const came = `${status} to ${show(unknown)}, which there is not`;
    tell(caller, "invalid-request-accepted", where, came, "a refusal", inferred);
  } else if (made !== undefined && !isEqual(before, await readRecord(caller, made)))
    tell(caller, "changed-unasked", where, "the update is refused, and changes the record", "that it stays as it is");
}

/** Sends it in a creation, or in a change of a record that is made for it. */
async function send(
  caller: Caller,
  resource: Resource,
  { by, sent, unknown }: Reference,
): Promise<{ readonly status: number; readonly made?: Made; readonly before?: unknown }> {
  if (by === resource.create?.operationId) {
    const { values } = creationOf(caller, resource, [{ pointer: sent, value: unknown }]);
    return { status: (await caller.call(by, values)).status };
  }
  const made = await makeRecord(caller, resource);
  const before = await readRecord(caller, made);
  const { status } = await callOn(caller, made, by, withValue({}, sent, unknown));
  return { status, made, before };
}
