import { Refusal } from "@quayside/serve";
import type { ScriptedFault } from "@quayside/types/sandbox";
import type { Api } from "../api.js";
import { updateCopy } from "../store/copies.js";
import { takeNumbers } from "../store/counters.js";
import { deleteFaults, insertFault, listWaitingFaults } from "../store/faults.js";
import type { FaultRow } from "../store/tables.js";
import type { ControlHandler } from "./context.js";

/** So many are more than a test can want. */
const MAX_FAULTS = 1000;

/** The handlers that script faults. `apis` are those whose operations can fail on demand. */
export function faultHandlers(apis: readonly Pick<Api, "name" | "contract">[]) {
  const listFaults: ControlHandler<"listFaults"> = async (_, { db, copy }) => {
    return { status: 200, body: { faults: (await listWaitingFaults(db, copy)).map(writeFault) } };
  };

  const addFault: ControlHandler<"addFault"> = async ({ body }, { db, copy, session }) => {
    const { api, operation_id, calls = 1, fault } = body;
    const operations = apis.find(({ name }) => name === api)?.contract.operations;
    if (operations?.has(operation_id) !== true)
      throw new Refusal(
        400,
        `${api} has no operation ${operation_id}; it has ${[...(operations?.keys() ?? [])].join(", ")}.`,
      );
    if ((await listWaitingFaults(db, copy)).length >= MAX_FAULTS)
      throw new Refusal(400, `${MAX_FAULTS} faults are scripted already. Clear them: DELETE /_sandbox/faults.`);
    const id = await takeNumbers(db, copy, "fault");
    const row = { copy, id, api, operation_id, calls, remaining: calls, fault: JSON.stringify(fault) };
    await insertFault(db, row);
    await updateCopy(db, copy, { faults: session.faults + calls });
    return { status: 201, body: writeFault(row) };
  };

  const clearFaults: ControlHandler<"clearFaults"> = async (_, { db, copy }) => {
    await deleteFaults(db, copy);
    await updateCopy(db, copy, { faults: 0 });
    return { status: 204 };
  };

  return { listFaults, addFault, clearFaults };
}

function writeFault({ id, api, operation_id, calls, remaining, fault }: FaultRow): ScriptedFault {
  return { id, api, operation_id, calls, remaining, fault: JSON.parse(fault) };
}
