import { valueAt } from "../pointer.js";
import type { Check } from "../run/check.js";
import { NotReached } from "../run/verdicts.js";
import { rank } from "./filters.js";
import { meaningCheck, show, tell } from "./meaning-check.js";
import type { Resource } from "./resource.js";
import { readPage } from "./rows.js";

/** Rows come in the order that is asked for, or that the list has by itself. */
export function sorts(resource: Resource): Check[] {
  const { list } = resource;
  return resource.sorts.map(({ values, row, direction, inferred }) => {
    const asked = values?.query === undefined ? "by itself" : Object.values(values.query).join();
    return meaningCheck(list.operationId, `sorts by ${row} ${direction}, ${asked}`, "reads", async (caller) => {
      const { rows } = await readPage(caller, list, values);
      const own = rows.map((one) => valueAt(one, row)).filter((value) => value !== null && value !== undefined);
      if (new Set(own).size < 2) throw new NotReached(`the rows have too few values of ${row} to have an order`);
      const sign = direction === "ascending" ? 1 : -1;
      const at = own.findIndex((value, index) => index > 0 && sign * (rank(value) - rank(own[index - 1])) < 0);
      const where = `${list.operationId} ${values === undefined ? `${list.rows}/#${row}` : "query.sort"}`;
      if (at > 0)
        tell(
          caller,
          "sort-wrong",
          where,
          `${show(own[at])} follows ${show(own[at - 1])}`,
          `${direction} order`,
          inferred,
        );
    });
  });
}
