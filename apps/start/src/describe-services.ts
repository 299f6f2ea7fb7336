import type { Service } from "./services.js";

/** The table of addresses, and a first command to try. */
export function describeServices(origins: ReadonlyMap<Service, string>): string {
  const rows = [...origins].flatMap(([service, origin]) =>
    service.addresses.map(({ label, path, note }) => ({ label, address: origin + path, note })),
  );
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const addressWidth = Math.max(...rows.map(({ address }) => address.length));
  const table = rows.map(({ label, address, note = "" }) =>
    `  ${label.padEnd(labelWidth)}  ${address.padEnd(addressWidth)}  ${note}`.trimEnd(),
  );
  const tries = [...origins].flatMap(([service, origin]) => service.firstTry?.(origin) ?? []);
  return [
    "",
    ...table,
    "",
    "A first try, in another terminal:",
    "",
    ...tries.map((command) => `  ${command}`),
    "",
    "Ctrl-C stops everything.",
  ].join("\n");
}
