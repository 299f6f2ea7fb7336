/** What a caller wants of an object: its names, with "*" or what is wanted of what stands there. */
export type Fields = { readonly [name: string]: "*" | Fields };

/** What comes of one order, and of each in a list, where a caller does not say what is wanted. */
export const USUAL = fieldsOf(
  "portCall businessPartner externalReferenceNo exchangeRate currency orderDate status amountAdvanced",
  "amountAdvancedCurrency nominationEmail emailSentDate portAgentType amount serviceOrderLines",
  "createdById createdDate changedById modifiedDate isObjectActive remarks",
);
export const SHORT = fieldsOf("externalReferenceNo orderDate status");

function fieldsOf(...names: string[]): Fields {
  return Object.fromEntries(
    names
      .join(" ")
      .split(" ")
      .map((name) => [name, "*"]),
  );
}

/** The part of a value that is wanted. Objects always have their key and address; a list is wanted like its elements. */
export function pickFields(value: unknown, fields: "*" | Fields): unknown {
  if (Array.isArray(value)) return value.map((one) => pickFields(one, fields));
  if (typeof value !== "object" || value === null) return value;
  const wanted = Object.entries(value).filter(([name]) => fields !== "*" && Object.hasOwn(fields, name));
  const { key, self } = value as { key?: unknown; self?: unknown };
  const picked = wanted.map(([name, one]) => [name, pickFields(one, fields === "*" ? "*" : (fields[name] ?? "*"))]);
  return { key, self, ...Object.fromEntries(picked) };
}
