import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  Application,
  type Context,
  Converter,
  type DeclarationReflection,
  ReflectionKind,
  type TypeDocOptions,
} from "typedoc";
import ts from "typescript";
import { findParts, type Named } from "./find-parts.ts";

/** An entry of the client. */
export type Entry = {
  readonly name: string;
  /** What it exports, its own declarations first. */
  readonly exports: readonly DeclarationReflection[];
};

/** What the exports of the client are, and what typedoc cannot hold of them. */
export type Client = {
  readonly entries: readonly Entry[];
  /** For an export whose properties are named by the spec, those properties. What they have stands below its child `each`. */
  readonly named: ReadonlyMap<DeclarationReflection, readonly Named[]>;
};

const folder = new URL("../../packages/client/", import.meta.url);
const sources = fileURLToPath(new URL("src/", folder));
const options: TypeDocOptions = {
  tsconfig: fileURLToPath(new URL("tsconfig.client.json", import.meta.url)),
  excludeExternals: true,
  // The shapes of requests and answers: hundreds of types, which the API's own reference shows.
  externalPattern: ["**/packages/types/**", "**/node_modules/**"],
  disableSources: true,
  readme: "none",
  // As they stand in the sources.
  sort: [],
  validation: { invalidLink: true, notDocumented: false, notExported: false },
};

/**
 * Reads what the entries of the client export, with the doc comments.
 *
 * @throws When a source does not compile, a `{@link}` leads nowhere (both are logged), or an export has no doc comment.
 */
export async function readClient(): Promise<Client> {
  const entries = await listEntries();
  const app = await Application.bootstrap({
    ...options,
    entryPoints: entries.map(({ source }) => `${sources}${source}.ts`),
  });
  const named = new Map<DeclarationReflection, readonly Named[]>();
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    const found = addParts(context, reflection);
    if (found.length > 0) named.set(reflection, found);
  });
  const project = await app.convert();
  if (project) app.validate(project);
  if (!project || app.logger.hasErrors() || app.logger.validationWarningCount > 0) {
    throw new Error("The client's reference was not written. Mend what is named above, in packages/client/src.");
  }
  const readEntry = ({ name, source }: { name: string; source: string }) => ({
    name,
    exports: exportsOf(source, project.getChildByName([source]) as DeclarationReflection),
  });
  return { entries: entries.map(readEntry), named };
}

/** The public entries of the package, and the sources that they are compiled from. */
async function listEntries(): Promise<{ name: string; source: string }[]> {
  const { exports } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  return Object.entries<{ default: string }>(exports).map(([entry, file]) => ({
    name: entry.replace("./", ""),
    source: file.default.replace(/^\.\/dist\/|\.js$/g, ""),
  }));
}

/** What two entries export is declared in one of them, as typedoc sees it, and referred to in the other. */
function exportsOf(source: string, { children = [] }: DeclarationReflection): DeclarationReflection[] {
  const exports = children.map(
    (each) => (each.isReference() ? each.getTargetReflectionDeep() : each) as DeclarationReflection,
  );
  const silent = exports.filter((each) => !(each.signatures?.[0] ?? each).hasComment()).map((each) => each.name);
  if (silent.length > 0) {
    throw new Error(`Exported from packages/client/src/${source}.ts without a doc comment: ${silent.join(", ")}.`);
  }
  return exports;
}

/** Gives an alias or a value the properties that its type has in the end, and not only those that stand in its own text. */
function addParts(context: Context, reflection: DeclarationReflection): readonly Named[] {
  const type = typeOf(context, reflection);
  if (type === undefined || !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
  const { own, named, calls, inner } = findParts(context.checker, type, isOfClient);
  const scope = asWritten(context, reflection);
  for (const part of own) context.converter.convertSymbol(scope, part);
  if (inner.length === 0) return [];
  const each = scope.createDeclarationReflection(ReflectionKind.Interface, undefined, undefined, "each");
  const within = asWritten(scope, each);
  for (const call of calls) addCall(within, call);
  for (const part of inner) context.converter.convertSymbol(within, part);
  return named;
}

/** The type to look into; undefined where typedoc itself finds all there is. */
function typeOf(context: Context, reflection: DeclarationReflection): ts.Type | undefined {
  const symbol = context.getSymbolFromReflection(reflection);
  if (!symbol || !reflection.kindOf(ReflectionKind.TypeAlias | ReflectionKind.Variable)) return undefined;
  if (reflection.kindOf(ReflectionKind.Variable)) return context.checker.getTypeOfSymbol(symbol);
  const alias = symbol.declarations?.find(ts.isTypeAliasDeclaration);
  return alias && ts.isTypeLiteralNode(alias.type) ? undefined : context.checker.getDeclaredTypeOfSymbol(symbol);
}

/** A scope whose types are taken as they are written. */
function asWritten(context: Context, reflection: DeclarationReflection): Context {
  const scope = context.withScope(reflection);
  scope.convertingTypeNode = true;
  return scope;
}

function addCall(context: Context, call: ts.SignatureDeclaration): void {
  const parameters = call.typeParameters?.map(({ name }) => name.text).join(", ");
  const name = parameters === undefined ? "(…)" : `<${parameters}>(…)`;
  const reflection = context.createDeclarationReflection(ReflectionKind.Property, undefined, undefined, name);
  // The comment on a function type may stand before the parenthesis around it.
  const comment = context.getSignatureComment(call) ?? context.getNodeComment(call.parent, false);
  if (comment) reflection.comment = comment;
}

function isOfClient(node: ts.Node): boolean {
  return node.getSourceFile().fileName.startsWith(sources);
}
