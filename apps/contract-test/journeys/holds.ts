import type { Journey } from "../src/run/journey.js";

/** A hold that is lifted, applied again, lifted until a day to come, and until one that is past. */
export const holds: Journey = {
  api: "octopi",
  name: "hold, lift, lift until",
  operationIds: ["listHolds", "liftHold", "applyHold"],
  reach: "any",
  needs: ["manifest_client_identifier", "bill_of_lading_number"],
  async walk({ octopi, given, is, refuses }) {
    const path = {
      manifest_client_identifier: given("manifest_client_identifier", "2018010126"),
      bill_of_lading_number: given("bill_of_lading_number", "TSCW12924362"),
    };
    const look = async () => {
      const { unlifted_holds, applicable_holds } = (await octopi.listHolds({ path })).bill_of_lading;
      return { inForce: unlifted_holds.map(({ id }) => id), applicable: applicable_holds.map(({ id }) => id) };
    };
    const before = await octopi.listHolds({ path });
    const [hold] = before.bill_of_lading.unlifted_holds;
    const [other] = before.bill_of_lading.applicable_holds;
    is("listHolds /bill_of_lading/number", before.bill_of_lading.number, path.bill_of_lading_number);
    is("listHolds /bill_of_lading/unlifted_holds/#/actions/lift/method", hold?.actions.lift.method, "DELETE");
    is("listHolds /bill_of_lading/applicable_holds/#/actions/apply/method", other?.actions.apply.method, "PUT");
    if (hold === undefined || other === undefined) return;
    is("listHolds /bill_of_lading/unlifted_holds/#/actions/lift/url", idIn(hold.actions.lift.url), hold.id);
    is("listHolds /bill_of_lading/applicable_holds/#/actions/apply/url", idIn(other.actions.apply.url), other.id);
    const { id: hold_id } = hold;
    const lift = (lift_until?: string) =>
      octopi.liftHold({
        path: { ...path, hold_id },
        body: { hold: { reference_number: "RCPT-2019-10-0044", ...(lift_until === undefined ? {} : { lift_until }) } },
      });

    await lift();
    const lifted = await look();
    is("liftHold /bill_of_lading/unlifted_holds", lifted.inForce.includes(hold_id), false);
    is("liftHold /bill_of_lading/applicable_holds", lifted.applicable.includes(hold_id), true);
    await refuses(lift(), "liftHold 404", 404);

    await octopi.applyHold({ path: { ...path, hold_id } });
    const applied = await look();
    is("applyHold /bill_of_lading/unlifted_holds", applied.inForce.includes(hold_id), true);
    is("applyHold /bill_of_lading/applicable_holds", applied.applicable.includes(hold_id), false);
    await refuses(octopi.applyHold({ path: { ...path, hold_id } }), "applyHold 404", 404);

    await lift("2099-01-31");
    is("liftHold /hold/lift_until", (await look()).inForce.includes(hold_id), false);
    await octopi.applyHold({ path: { ...path, hold_id } });
    // What was lifted until a day that is past is in force again.
    await lift("2019-10-10T00:00:00Z");
    is("liftHold /hold/lift_until", (await look()).inForce.includes(hold_id), true);

    await octopi.applyHold({ path: { ...path, hold_id: other.id } });
    const both = await look();
    is(
      "applyHold /bill_of_lading/unlifted_holds",
      both.inForce.includes(other.id) && both.inForce.includes(hold_id),
      true,
    );
    await octopi.liftHold({ path: { ...path, hold_id: other.id }, body: { hold: { reference_number: "RCPT-1" } } });
    is(
      "liftHold /bill_of_lading/unlifted_holds",
      (await look()).inForce,
      before.bill_of_lading.unlifted_holds.map(({ id }) => id),
    );
    await refuses(octopi.applyHold({ path: { ...path, hold_id: 999_999_999 } }), "applyHold 404", 404);
  },
};

function idIn(url: string): number {
  return Number(/(\d+)(\.json)?$/.exec(url)?.[1]);
}
