/** Which rows of a list come. */
export type Page = { readonly offset: number; readonly limit: number | undefined };

/** How many rows come where no `limit` says it (D-85). */
const MAX_ROWS = 2000;

/**
 * Reads which rows of a list are wanted. `limit` alone gives the first page; `pageNumber` alone counts pages of 2,000 (D-92).
 *
 * @param isUnlimited - Whether a list without paging may have more than 2,000 rows.
 */
export function readPage(
  { pageNumber, limit }: { readonly pageNumber?: number | undefined; readonly limit?: number | undefined },
  isUnlimited: boolean,
): Page {
  if (pageNumber === undefined && limit === undefined) return { offset: 0, limit: isUnlimited ? undefined : MAX_ROWS };
  const size = limit ?? MAX_ROWS;
  const offset = ((pageNumber ?? 1) - 1) * size;
  // Nothing lies so far out, and the databases take no greater number.
  return { limit: size, offset: Math.min(offset, Number.MAX_SAFE_INTEGER) };
}
