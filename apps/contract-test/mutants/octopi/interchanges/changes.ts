import { answer, inOk, inRequest, type Json, onOk, onStatus, without } from "../../change.ts";
import { lettingIn } from "../../credentials.ts";
import { octopi } from "../../define.ts";
import type { Call, Fault, Mutant } from "../../mutant.ts";

/** What changing and deleting interchanges gets wrong. */
export const CHANGES_OF_INTERCHANGES: readonly Mutant[] = [
  octopi(
    "schema",
    "updateInterchange",
    "the type of a changed interchange is the purpose",
    inOk((one) => ({ ...one, type: "drop_off_container" })),
  ),
  octopi(
    "status",
    "updateInterchange",
    "a change of a completed interchange breaks the server",
    onStatus(409, () => answer(500, { error: "Something went wrong." })),
  ),
  octopi(
    "schema",
    "updateInterchange",
    "who is unknown is told so in another shape",
    onStatus(401, () => answer(401, { message: "No." })),
  ),
  octopi(
    "auth",
    "updateInterchange",
    "an interchange can be changed without a token",
    lettingIn("octopi", (authorization) => authorization === undefined),
  ),
  octopi(
    "content-type",
    "updateInterchange",
    "a changed interchange comes as octet-stream",
    onOk((came) => ({
      ...came,
      headers: { ...came.headers, "content-type": "application/octet-stream" },
    })),
  ),
  octopi("wrong-transition", "updateInterchange", "a completed interchange can be changed", {
    createInterchange: inOk(remembered),
    updateInterchange: async (call) => {
      const came = await call.pass();
      const last: Json = call.memory.get(`interchange ${call.path.id}`);
      if (came.status === 200) remembered(JSON.parse(came.body), call);
      return came.status === 409 && last !== undefined ? answer(200, { ...last, interchange: null }) : came;
    },
  }),
  octopi(
    "wrong-transition",
    "updateInterchange",
    "an interchange stays pending when it is completed",
    inRequest((one) => without(one, "completed_at")),
  ),
  octopi(
    "wrong-transition",
    "deleteInterchange",
    "a completed interchange can be deleted",
    onStatus(409, (_, { path }) => answer(200, { id: Number(path.id) })),
    "createInterchange",
    "updateInterchange",
    "listInterchanges",
  ),
  octopi("lost-update", "updateInterchange", "a change of an interchange is answered but not stored", notStored()),
  octopi(
    "lost-update",
    "updateInterchange",
    "a change that names no booking removes it",
    inRequest((one) => ({ booking_number: null, ...one })),
    "createInterchange",
  ),
  octopi(
    "lost-update",
    "updateInterchange",
    "null removes nothing",
    inRequest((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null))),
    "createInterchange",
  ),
  octopi(
    "lost-update",
    "updateInterchange",
    "the chassis of an interchange does not change",
    inRequest((one) => without(one, "chassis_number")),
    "createInterchange",
  ),
  octopi(
    "time-zone",
    "updateInterchange",
    "an interchange is completed at the sender's time of day",
    inRequest(completedAt((text) => text.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, "Z"))),
  ),
  octopi(
    "time-zone",
    "updateInterchange",
    "the time of completion comes without an offset",
    inOk((one) => ({
      ...one,
      completed_at: one.completed_at?.slice(0, 19) ?? null,
    })),
  ),
  octopi(
    "precision",
    "updateInterchange",
    "the time of completion is rounded to minutes",
    inRequest(completedAt((text) => text.replace(/(T\d\d:\d\d):\d\d(\.\d+)?/, "$1:00"))),
  ),
  octopi(
    "schema",
    "deleteInterchange",
    "the deletion of an interchange answers no id",
    inOk(() => ({})),
  ),
  octopi(
    "auth",
    "deleteInterchange",
    "any token of the right form can delete an interchange",
    lettingIn("octopi", (authorization) => /^Token token=./.test(authorization ?? "")),
  ),
  octopi(
    "status",
    "deleteInterchange",
    "the deletion of no interchange is a success",
    onStatus(404, (_, { path }) => answer(200, { id: Number(path.id) })),
  ),
  octopi(
    "status",
    "deleteInterchange",
    "the deletion of an interchange is answered 204",
    onOk(({ headers }) => ({ status: 204, headers, body: "" })),
  ),
  octopi(
    "off-by-one",
    "deleteInterchange",
    "the deletion of an interchange answers the next id",
    inOk(({ id }) => ({ id: id + 1 })),
  ),
  octopi(
    "deletion",
    "deleteInterchange",
    "the deletion of an interchange is answered, and it stays",
    async (call) => {
      const found = await call.ask("GET", call.sent.url);
      const isPending = found.status === 200 && JSON.parse(found.body).completed_at === null;
      return isPending ? answer(200, { id: Number(call.path.id) }) : await call.pass();
    },
    "getInterchange",
    "createInterchange",
  ),
  octopi(
    "deletion",
    "deleteInterchange",
    "a deleted interchange is still listed",
    {
      deleteInterchange: async (call) => {
        const rows = await listed(call);
        const came = await call.pass();
        const row = rows.find(({ interchange_url }) => interchange_url.endsWith(`/${call.path.id}`));
        if (came.status === 200) call.memory.set(`deleted at ${call.path.truck_visit_id}`, row);
        return came;
      },
      listInterchanges: inOk((list, { memory, path }) => {
        const row = memory.get(`deleted at ${path.truck_visit_id}`);
        return row === undefined ? list : [...list, row];
      }),
    },
    "createInterchange",
  ),
  octopi(
    "deletion",
    "deleteInterchange",
    "the deletion of an interchange takes the others of the visit with it",
    onOk(async (came, call) => {
      for (const { interchange_url } of await listed(call)) {
        const { pathname } = new URL(interchange_url);
        await call.ask("DELETE", `${pathname}.json`);
      }
      return came;
    }),
    "createInterchange",
    "listInterchanges",
  ),
];

function remembered(one: Json, { memory }: Call): Json {
  memory.set(`interchange ${one.id}`, one);
  return one;
}

async function listed({ path, ask }: Call): Promise<Json[]> {
  const came = await ask("GET", `/api/v1/truck_visits/${path.truck_visit_id}/interchanges.json`);
  return came.status === 200 ? JSON.parse(came.body) : [];
}

function completedAt(change: (text: string) => string): (body: Json) => Json {
  return (body) => (body.completed_at === undefined ? body : { ...body, completed_at: change(body.completed_at) });
}

/** Reading shows an interchange as it was before its first change. */
function notStored(): Readonly<Record<string, Fault>> {
  return {
    updateInterchange: async (call) => {
      const before = await call.ask("GET", call.sent.url);
      const came = await call.pass();
      const name = `before ${call.path.id}`;
      if (came.status === 200 && !call.memory.has(name)) call.memory.set(name, JSON.parse(before.body));
      return came;
    },
    getInterchange: inOk((one, { memory, path }) => memory.get(`before ${path.id}`) ?? one),
    listInterchanges: inOk((list, { memory }) =>
      list.map((one: Json) => {
        const before: Json = memory.get(`before ${one.interchange_url.split("/").at(-1)}`);
        return before === undefined ? one : { interchange_url: one.interchange_url, ...without(before, "interchange") };
      }),
    ),
  };
}
