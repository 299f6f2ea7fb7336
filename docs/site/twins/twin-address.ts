/**
 * The address of a page's twin, seen from the page. So it holds wherever the site lies.
 *
 * @param pathname - The page's own, such as `/guides/client/`.
 * @param base - Where the site begins, such as `/`.
 * @returns Such as `../client.md`; `undefined` for the page of unknown addresses, which has no twin.
 */
export function twinAddress(pathname: string, base: string): string | undefined {
  const place = pathname.replace(/\/$/, "");
  if (place === base.replace(/\/$/, "")) return "./index.md";
  const name = place.split("/").at(-1) ?? "";
  return /^404(\.html)?$/.test(name) ? undefined : `../${name}.md`;
}
