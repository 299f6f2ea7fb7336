import type { Journey } from "../src/run/journey.js";

/** Line items of a bill of lading: put on it, read page by page, reweighed, taken off. */
export const lineItems: Journey = {
  api: "octopi",
  name: "line items with paging",
  operationIds: ["listLineItems", "createLineItem", "updateLineItem", "deleteLineItem"],
  reach: "own",
  needs: ["bill_of_lading_id", "container_id", "label"],
  async walk({ octopi, fresh, given, is, refuses }) {
    const path = { bill_of_lading_id: given("bill_of_lading_id", 1001) };
    const container_id = given("container_id", 1912);
    const ids = async (per: number) => {
      const found: number[] = [];
      for await (const { id } of octopi.listLineItems.each({ path, query: { per } })) found.push(id);
      return found;
    };
    const before = await ids(100);
    // What a run makes bears its name.
    const flex_fields = [{ label: given("label", "Customs entry"), value: fresh() }];

    const created = await octopi.createLineItem({
      path,
      body: { line_item: { container_id, container_weight: 3980.5, container_weight_unit: "kg", flex_fields } },
    });
    is("createLineItem /container_id", created.container_id, container_id);
    is("createLineItem /quantity", created.quantity, 1);
    is("createLineItem /cargo_type", created.cargo_type, "container");
    is("createLineItem /container_weight", [created.container_weight, created.container_weight_unit], [3980.5, "kg"]);
    const all = [...before, created.id];
    is("listLineItems /line_items", await ids(100), all);
    // Page by page there are the same rows, and the links end.
    is("listLineItems query.per", await ids(2), all);
    const [first] = (await octopi.listLineItems({ path, query: { page: 1, per: 1 } })).line_items;
    is("listLineItems /line_items/#/id", first?.id, all[0]);
    const past = await octopi.listLineItems({ path, query: { page: all.length + 1, per: 1 } });
    is("listLineItems query.page", past.line_items, []);

    const member = { ...path, id: created.id };
    const reweighed = await octopi.updateLineItem({ path: member, body: { line_item: { container_weight: 4200.25 } } });
    is("updateLineItem", reweighed, { ...created, container_weight: 4200.25 });
    const rows = [];
    for await (const row of octopi.listLineItems.each({ path })) rows.push(row);
    is(
      "listLineItems /line_items/#",
      rows.find(({ id }) => id === created.id),
      reweighed,
    );

    await octopi.deleteLineItem({ path: member });
    is("deleteLineItem", await ids(3), before);
    await refuses(octopi.deleteLineItem({ path: member }), "deleteLineItem 404", 404);
    await refuses(
      octopi.updateLineItem({ path: member, body: { line_item: { container_weight: 1 } } }),
      "updateLineItem 404",
      404,
    );
  },
};
