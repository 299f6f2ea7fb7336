import type { AnyArgument } from "./call.js";

/** What an object always has, whatever fields are asked for. */
type Always<Whole> = Pick<Whole, Extract<keyof Whole, "key" | "self">>;

/** What a list holds, or the thing itself. */
type One<Value> = NonNullable<Value> extends readonly (infer Element)[] ? Element : NonNullable<Value>;

/** A tree of wanted fields, each of them a field of the record: `true`, or a tree for an object or the elements of a list. */
export type CheckedFields<Fields, Whole> = Fields extends readonly unknown[]
  ? never
  : {
      readonly [Name in keyof Fields]: Name extends keyof One<Whole>
        ? Fields[Name] extends object
          ? One<One<Whole>[Name]> extends object
            ? CheckedFields<Fields[Name], One<Whole>[Name]>
            : true
          : true
        : never;
    };

/** A record, or a list of records, with the fields that were asked for; of an object asked for as `true`, with its shortest form. */
export type Projected<Whole, Fields> = Whole extends readonly (infer Element)[]
  ? Projected<Element, Fields>[]
  : Whole extends object
    ? Simple<
        Always<Whole> & {
          [Name in keyof Whole as Name extends keyof Fields ? Name : never]: Name extends keyof Fields
            ? Projected<Whole[Name], Fields[Name] extends true ? unknown : Fields[Name]>
            : never;
        }
      >
    : Whole;

type Simple<Type> = Type extends infer Parts ? { [Part in keyof Parts]: Parts[Part] } : never;

/** Writes the `fields` of an argument as the header that Dataloy reads: JSON with `"*"` for what is wanted, in ASCII. */
export function writeFields({ fields, ...argument }: AnyArgument & { readonly fields?: object } = {}): AnyArgument {
  if (fields === undefined) return argument;
  const text = JSON.stringify(fields, (_, value) => (value === true ? "*" : value));
  const ascii = text.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return { ...argument, header: { ...argument.header, fields: ascii } };
}
