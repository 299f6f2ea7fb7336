import ts from "typescript";

/** What a value of a type has, as far as the client itself declares it. */
export type Parts = {
  /** Its properties that the client declares. */
  readonly own: readonly ts.Symbol[];
  /** Its other properties, named after operations or fields of the spec. */
  readonly named: readonly Named[];
  /** How those can be called: each way once. */
  readonly calls: readonly ts.SignatureDeclaration[];
  /** What those have: each part once. */
  readonly inner: readonly ts.Symbol[];
};

/** A property with a name of the spec. */
export type Named = {
  readonly name: string;
  /** What the spec says of it, in its first line. */
  readonly summary: string;
  /** The names of what it has. */
  readonly parts: readonly string[];
};

/**
 * Finds the parts of a type through all aliases, intersections and mapped types that it is written with.
 *
 * @param isOwn - Whether the client declares a node.
 */
export function findParts(checker: ts.TypeChecker, type: ts.Type, isOwn: (node: ts.Node) => boolean): Parts {
  const isPart = ({ valueDeclaration }: ts.Symbol) => valueDeclaration !== undefined && isOwn(valueDeclaration);
  const properties = propertiesOf(type);
  const others = properties
    .filter((property) => !isPart(property))
    .map((symbol) => ({ symbol, value: checker.getTypeOfSymbol(symbol) }));
  const calls = others
    .flatMap(({ value }) => value.getCallSignatures().map(({ declaration }) => declaration))
    .filter((call) => call !== undefined && !ts.isJSDocSignature(call) && isOwn(call));
  const inner = others.flatMap(({ value }) => propertiesOf(value).filter(isPart));
  const named = others.map(({ symbol, value }) => ({
    name: symbol.name,
    summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)).split("\n")[0] ?? "",
    parts: propertiesOf(value)
      .filter(isPart)
      .map(({ name }) => name),
  }));
  return {
    own: properties.filter(isPart),
    named,
    calls: [...new Set(calls)] as ts.SignatureDeclaration[],
    inner: [...new Map(inner.map((part) => [part.valueDeclaration, part])).values()],
  };
}

/** Without those that have a symbol for a name: they carry types, and are not there at run time. */
function propertiesOf(type: ts.Type): ts.Symbol[] {
  return type.getProperties().filter(({ name }) => !name.startsWith("__@"));
}
