import { credentialName, type ImportedAnswer } from "../collection.ts";
import {
  type Content,
  type Document,
  follow,
  type Operation,
  type Parameter,
  type PathItem,
  type Security,
} from "./document.ts";

/** All that a bundle says and a program may keep. */
export interface Described {
  readonly document: Document;
  readonly operations: readonly DescribedOperation[];
}

/** An operation, with the parameters of its path. */
export interface DescribedOperation extends Operation {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** {@link credentialName} of each alternative; `none` where a call needs none. */
  readonly credentials: readonly string[];
  /** The examples of the body, the first one first. */
  readonly bodies: readonly Example[];
  /** The examples of the answers. */
  readonly answers: readonly (Example & { readonly status: string })[];
}

/** An example of a body. */
export interface Example extends Pick<ImportedAnswer, "contentType"> {
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: unknown;
  /** Whether it is the first of its body. */
  readonly isFirst: boolean;
}

const methods = ["get", "put", "post", "delete", "patch"];

/** Lists all that a bundle says. */
export function describeBundle(json: string): Described {
  const document: Document = JSON.parse(json);
  const operations = Object.entries(document.paths).flatMap(([path, item]) => {
    const whole = follow(document, item) as PathItem;
    return methods.flatMap((method) => {
      const operation = whole[method] as Operation | undefined;
      return operation === undefined ? [] : [describeOperation(document, path, method, whole, operation)];
    });
  });
  return { document, operations };
}

function describeOperation(
  document: Document,
  path: string,
  method: string,
  item: PathItem,
  operation: Operation,
): DescribedOperation {
  return {
    ...operation,
    method: method.toUpperCase(),
    path,
    parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
    credentials: credentialsOf(document, operation.security ?? document.security ?? []),
    bodies: examplesOf(operation.requestBody?.content),
    answers: Object.entries(operation.responses).flatMap(([status, { content }]) =>
      examplesOf(content).map((example) => ({ ...example, status })),
    ),
  };
}

/** The examples of a parameter or a body. */
export function valuesOf({ example, examples = {} }: Pick<Parameter, "example" | "examples">) {
  if (example !== undefined) return [{ name: "example", summary: undefined, value: example, isFirst: true }];
  return Object.entries(examples).map(([name, { summary, value }], at) => ({
    name,
    summary,
    value,
    isFirst: at === 0,
  }));
}

function examplesOf(content: Content = {}): Example[] {
  return Object.entries(content).flatMap(([contentType, media]) =>
    valuesOf(media).map((example) => ({ contentType, ...example })),
  );
}

function credentialsOf(document: Document, security: Security): string[] {
  const all = security.map((together) => {
    const names = Object.keys(together).map((name) => schemeName(document, name));
    return names.length === 0 ? "none" : names.join(" and ");
  });
  return all.length === 0 ? ["none"] : all;
}

function schemeName(document: Document, name: string): string {
  const scheme = document.components.securitySchemes[name];
  if (scheme === undefined) throw new Error(`The bundle has no security scheme ${name}.`);
  if (scheme.type === "apiKey") return credentialName("apikey", scheme.in, scheme.name);
  if (scheme.type === "http") return credentialName(scheme.scheme ?? "");
  return credentialName("oauth2", "client_credentials", scheme.flows?.clientCredentials.tokenUrl);
}
