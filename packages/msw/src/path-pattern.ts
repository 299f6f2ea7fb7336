/**
 * Matches the addresses of a path template, without their query. MSW's own syntax cannot say that a parameter ends before `.json`.
 *
 * @param path - A template such as `/api/v1/service_orders/{order_number}.json`. Each parameter is a group of the pattern.
 * @param origin - Such as `https://app.octopi.co`; any, `*`, by default.
 * @throws TypeError for an origin that is none.
 */
export function pathPattern(path: string, origin = "*"): RegExp {
  const parts = path.split(PARAMETER).map((part, index) => (index % 2 === 0 ? escaped(part) : "([^/]+)"));
  return new RegExp(`^${originSource(origin)}${parts.join("")}$`);
}

/**
 * Reads the path parameters of an address.
 *
 * @param pattern - The template's {@link pathPattern}, which matches the address.
 * @returns The decoded values by name; without a prototype, so that a parameter may have any name.
 * @throws Error for a value with broken percent-encoding, such as `%E0%A4%A`.
 */
export function readPath(path: string, pattern: RegExp, { origin, pathname }: URL): Record<string, string> {
  const names = path.split(PARAMETER).filter((_, index) => index % 2 === 1);
  const [, ...texts] = pattern.exec(`${origin}${pathname}`) ?? [];
  const values: Record<string, string> = Object.create(null);
  for (const [index, name] of names.entries()) values[name] = decode(name, texts[index] ?? "");
  return values;
}

const PARAMETER = /\{([^{}]+)\}/;

function originSource(origin: string): string {
  if (origin === "*") return "[^/]+//[^/]+";
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url !== undefined && url.href === `${url.origin}/`) return escaped(url.origin);
  throw new TypeError(
    `The origin is ${JSON.stringify(origin)}; pass one such as https://app.octopi.co, or leave it out.`,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function decode(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`path.${name} is ${text}, which is broken percent-encoding; use encodeURIComponent.`);
  }
}
