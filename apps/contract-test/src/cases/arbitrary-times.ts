import fc from "fast-check";

/** A form of texts that a schema may ask for: what draws it, and one of it, by which a pattern is told. */
export type Form = { readonly typical: string; readonly texts: fc.Arbitrary<string> };

const OFFSETS = ["Z", "+00:00", "-05:00", "+05:30", "+14:00", "-12:00"];
const FRACTIONS = ["", ".5", ".128", ".999999"];

/** Days that there are, near enough that every server can show them in every time zone. */
const instants = fc.date({ min: new Date("1971-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const days = instants.map((at) => at.toISOString().slice(0, 10));
const timesOfDay = instants.map((at) => at.toISOString().slice(11, 19));
const offsets = fc.tuple(fc.constantFrom(...FRACTIONS), fc.constantFrom(...OFFSETS)).map((parts) => parts.join(""));
const local = fc.tuple(days, timesOfDay).map((parts) => parts.join("T"));

/** Dates and times by the names of their formats; one without an offset has no format, and is asked for by a pattern. */
export const TIMES: Readonly<Record<string, Form>> = {
  "date-time": { typical: "2024-02-01T00:00:00Z", texts: joined(local, offsets) },
  "local date-time": { typical: "2024-02-01T00:00:00", texts: local },
  date: { typical: "2024-02-01", texts: days },
  time: { typical: "00:00:00Z", texts: joined(timesOfDay, offsets) },
};

function joined(...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((texts) => texts.join(""));
}
