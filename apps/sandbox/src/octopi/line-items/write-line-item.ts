import type { LineItem, ListLineItemsResponse } from "@quayside/types/octopi";
import type { StoredLineItem } from "../../store/line-items.js";

/** Writes a line item as every operation answers it. */
export function writeLineItem(item: StoredLineItem): LineItem {
  const { id, container_id, quantity, container_number } = item;
  const { container_type_label, container_weight, container_weight_unit, flex_fields } = item;
  return {
    id,
    container_id,
    quantity,
    container_number,
    cargo_type: "container",
    container_type_label,
    container_weight,
    container_weight_unit,
    flex_fields: JSON.parse(flex_fields),
  };
}

/**
 * Writes one page of a list, with the request for the next page while there is one (D-38).
 *
 * @param found - The items from the page's first one on: one more than `per` where there is another page.
 * @param path - Absolute, without a query.
 */
export function writePage(
  found: readonly StoredLineItem[],
  { page, per, path }: { readonly page: number; readonly per: number; readonly path: string },
): ListLineItemsResponse {
  const line_items = found.slice(0, per).map(writeLineItem);
  if (found.length <= per) return { line_items };
  return { line_items, actions: { next_page: { method: "GET", url: `${path}?page=${page + 1}&per=${per}` } } };
}
