import type { Journey } from "../src/run/journey.js";

/** An interchange from its creation to its completion, and another one that is given up. */
export const interchange: Journey = {
  api: "octopi",
  name: "an interchange from creation to completion",
  operationIds: ["createInterchange", "listInterchanges", "getInterchange", "updateInterchange", "deleteInterchange"],
  // What is completed can neither be changed nor deleted.
  reach: "any",
  needs: ["truck_visit_id"],
  async walk({ octopi, given, is, refuses }) {
    const truck_visit_id = given("truck_visit_id", 1876441);
    const container_number = given("container_number", "CAIU2340022");
    const body = {
      purpose: "drop_off_container" as const,
      container_number,
      container_status: "full" as const,
      booking_number: given("booking_number", "10543688"),
      chassis_number: "SEFZ104186",
    };
    const list = () => octopi.listInterchanges({ path: { truck_visit_id } });
    const count = (await list()).length;

    const created = await octopi.createInterchange({ path: { truck_visit_id }, body });
    is("createInterchange /type", created.type, "interchange_in");
    is(
      "createInterchange /for_container",
      [created.for_container, created.for_chassis, created.for_genset],
      [true, false, false],
    );
    is("createInterchange /complete", [created.complete, created.completed_at], [false, null]);
    const path = { truck_visit_id, id: created.id };
    const pending = await octopi.getInterchange({ path });
    is("getInterchange /container_number", pending.container_number, container_number);
    is("getInterchange /container_status", pending.container_status, "full");
    is("getInterchange /chassis_number", pending.chassis_number, body.chassis_number);
    is("getInterchange /booking", pending.booking, body.booking_number);
    is("getInterchange /completed_at", pending.completed_at, null);
    const rows = await list();
    is("listInterchanges", rows.length, count + 1);
    is(
      "listInterchanges /#/interchange_url",
      rows.filter(({ interchange_url }) => idIn(interchange_url) === created.id).length,
      1,
    );
    await refuses(
      octopi.getInterchange({ path: { ...path, truck_visit_id: given("other_truck_visit_id", 34234) } }),
      "getInterchange 404",
      404,
    );

    // A container is at one pending interchange at a time.
    await refuses(octopi.createInterchange({ path: { truck_visit_id }, body }), "createInterchange 409", 409);
    const changed = await octopi.updateInterchange({ path, body: { chassis_number: "CH1234" } });
    is("updateInterchange /complete", changed.complete, false);
    const other = await octopi.getInterchange({ path });
    is("updateInterchange /chassis_number", other.chassis_number, "CH1234");
    is("updateInterchange /booking", other.booking, body.booking_number);
    const completed = await octopi.updateInterchange({ path, body: { completed_at: "2024-07-15T12:30:00Z" } });
    is("updateInterchange /complete", completed.complete, true);
    is("updateInterchange /completed_at", Date.parse(completed.completed_at ?? ""), Date.parse("2024-07-15T12:30:00Z"));
    is("getInterchange /completed_at", (await octopi.getInterchange({ path })).completed_at, completed.completed_at);
    await refuses(
      octopi.updateInterchange({ path, body: { chassis_number: "SEFZ104186" } }),
      "updateInterchange 409",
      409,
    );
    await refuses(octopi.deleteInterchange({ path }), "deleteInterchange 409", 409);

    const genset = await octopi.createInterchange({
      path: { truck_visit_id },
      body: { purpose: "pick_up_genset", genset_number: "GEN123" },
    });
    is("createInterchange /type", [genset.type, genset.for_genset], ["interchange_out", true]);
    is("deleteInterchange /id", await octopi.deleteInterchange({ path: { truck_visit_id, id: genset.id } }), {
      id: genset.id,
    });
    await refuses(octopi.getInterchange({ path: { truck_visit_id, id: genset.id } }), "getInterchange 404", 404);
    is("listInterchanges", (await list()).length, count + 1);
  },
};

function idIn(url: string): number {
  return Number(/(\d+)(\.json)?$/.exec(url)?.[1]);
}
