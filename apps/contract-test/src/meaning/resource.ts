import type { ApiName } from "../api.js";
import type { Values } from "../cases/case.js";

/**
 * A resource as the meaning checks see it: which operations make, read, change and remove a record, and what must hold over
 * several of them. All of it is data. Pointers are JSON pointers; `#` in one stands for any element.
 */
export type Resource = {
  readonly api: ApiName;
  /** For people, with its article: `a service order`. */
  readonly name: string;
  readonly create?: Creation;
  /** The operation that reads a record back, and what is asked for besides; a row of the list where there is none. */
  readonly read?: { readonly operationId: string; readonly values?: Values };
  readonly list: Listing;
  readonly remove?: string;
  /** True when every operation answers a record in the form in which it is read. */
  readonly isOfOneShape: boolean;
  /** Pointers: a record of which a body sets one of these cannot be removed any more. */
  readonly lasting?: readonly string[];
  readonly written: readonly Written[];
  readonly references: readonly Reference[];
  readonly updates: readonly Update[];
  readonly assigned: readonly Assigned[];
  /** A change of a documented record, and the time that it moves on. */
  readonly touches?: {
    readonly by: string;
    readonly path: Readonly<Record<string, unknown>>;
    readonly body: unknown;
    readonly read: string;
  };
  readonly rename?: Rename;
  readonly filters: readonly Filter[];
  readonly sorts: readonly Sort[];
  /** A time that is sent, and one that the server sets: both are told in one zone. */
  readonly zone?: { readonly by: string; readonly sent: string; readonly read: string; readonly like: string };
  readonly lifecycle?: Lifecycle;
  readonly cancels?: Cancels;
};

/** How a record is made. */
export type Creation = {
  readonly operationId: string;
  /** The path parameters of a record, by where the creation's answer has them. */
  readonly member: Readonly<Record<string, string>>;
  /** Where the body carries the fresh, recognisable name. */
  readonly mark: string;
  /** Whether the mark is the record's number, which nothing else may have. */
  readonly isKey: boolean;
  /** Name of the example that it begins with; the first by default. */
  readonly example?: string;
  /** What of the examples is set besides, so that the record has something to lose. */
  readonly body?: unknown;
  /** The example with no more than is required, and what is then read in places that it leaves out. */
  readonly sparse?: {
    readonly example: string;
    /** Whether there is room for the mark in it. */
    readonly isMarked: boolean;
    readonly defaults: Readonly<Record<string, Default>>;
  };
  /** Names of examples' values that somebody has to give (`--fixtures`) before records are made on a system that is not ours. */
  readonly needs: readonly string[];
};

/** What is read where nothing was sent: this value, or any but null. */
export type Default = ({ readonly value: unknown } | { readonly isSet: true }) & { readonly inferred?: boolean };

/** Where the records are listed. */
export type Listing = {
  readonly operationId: string;
  /** Pointer to the rows. */
  readonly rows: string;
  /** Pointers to further rows, of records in other states. */
  readonly also?: readonly string[];
  /** A row's id, and the record's: equal, or the row's ends with `/` and the record's. */
  readonly id: { readonly row: string; readonly record: string };
  /** What is asked for so that rows have all that is looked at. */
  readonly values?: Values;
};

/** Something that is sent and read back. */
export type Written = {
  readonly by: string;
  /** Where the body has it, and where what is read has it. */
  readonly sent: string;
  readonly read: string;
  readonly values: readonly unknown[];
  /** Default `same`. `instant`: the same moment, in whatever zone. `emptied`: an empty text is read as null. */
  readonly as?: "same" | "instant" | "emptied";
  /** What has to be sent beside it. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** True when the spec only infers it. */
  readonly inferred?: boolean;
};

/** Something that is sent and must be a record's: an unknown one is refused. */
export type Reference = {
  readonly by: string;
  readonly sent: string;
  readonly unknown: unknown;
  readonly inferred?: boolean;
};

/** An update, of which everything that it does not name stays as it was. */
export type Update = {
  readonly operationId: string;
  /** What is sent, besides what the record's own name needs. */
  readonly body: unknown;
  /** What may change by it: pointers into what is read. */
  readonly changes: readonly string[];
};

/** A time that the server sets by itself when a record is made. */
export type Assigned = { readonly read: string; readonly inferred?: boolean };

/** A change of the record's own number, by which the path calls it. */
export type Rename = {
  readonly operationId: string;
  readonly sent: string;
  readonly read: string;
  readonly parameter: string;
};

/** A filter of the list. */
export type Filter = {
  /** `query.status`, and what is sent for a row's value, `{}`: `orderDate(GT){}`. */
  readonly parameter: string;
  readonly write?: string;
  /** What of a row is compared. */
  readonly row: string;
  readonly keeps: Comparison;
  /** Values besides those of the rows. */
  readonly values?: readonly unknown[];
  readonly inferred?: boolean;
};

/** How a row's value stands to the filter's. */
export type Comparison =
  | "equal"
  | "unequal"
  | "contains"
  | "at most"
  | "less"
  | "greater"
  | "at least"
  /** One of a list of values. */
  | "among"
  /** Nothing: null, or not there. */
  | "nothing"
  /** Any value, and no row without one. */
  | "something";

/** An order in which rows come. */
export type Sort = {
  /** What asks for it; nothing for the order that the list has by itself. */
  readonly values?: Values;
  readonly row: string;
  readonly direction: "ascending" | "descending";
  readonly as?: "instant";
  readonly inferred?: boolean;
};

/** The states of a record, and what leads from one to another. A record is `new` before it is made, and `gone` when it is removed. */
export type Lifecycle = {
  /** Where what is read tells the state, and by which value; undefined where nothing stands there. */
  readonly state: string;
  readonly states: Readonly<Record<string, unknown>>;
  /** What a record is when it is made; undefined where no operation makes one. */
  readonly starts?: string;
  readonly found?: Found;
  readonly moves: readonly Move[];
};

/** Records in states to which no documented operation leads: those that are there already. */
export type Found = {
  /** The path parameters of a record, by where a row of the list has them. */
  readonly member: Readonly<Record<string, string>>;
  /** What the list is asked for so that it has some, by state. */
  readonly states: Readonly<Record<string, Values>>;
};

/** One operation on a record in a state: it leads to another one, or is refused and changes nothing. */
export type Move = {
  readonly by: string;
  readonly from: string;
  readonly to: string | "refused";
  /** What is sent; the documented example where it is left out. */
  readonly body?: unknown;
  /** What is particular about it, for people: `until a day to come`. */
  readonly says?: string;
  /** Only records that were found and have, or lack, an element with a value. */
  readonly given?: { readonly at: string; readonly is: "there" | "missing"; readonly value: unknown };
  /** How it is refused. No page says which code is for what (D-44), so that another one is a finding on something inferred. */
  readonly status?: number;
  /** The entry of the register from which it is inferred; undefined for what is documented. */
  readonly inferred?: Discrepancy;
};

/** The number of an entry in the register of discrepancies. */
export type Discrepancy = `D-${number}`;

/** A cancellation of all that is open in a record. */
export type Cancels = {
  readonly operationId: string;
  readonly items: string;
  readonly id: string;
  readonly status: string;
  readonly open: readonly string[];
  readonly becomes: string;
  /** What all items that it cancels have alike. */
  readonly alike: readonly string[];
  /** What the record is afterwards: the one when an item has that status, else the other. */
  readonly whole: { readonly state: string; readonly item: string; readonly is: string; readonly otherwise: string };
  /** Where the body has the reason, and where a cancelled item has it. */
  readonly reason: { readonly sent: string; readonly read: string };
  /** The records that it is tried on: filters of the list that find some with items of several kinds. */
  readonly tryOn: readonly Values[];
};

/** What a record is before it is made. */
export const NEW = "new";

/** What every record that was removed is. */
export const GONE = "gone";
