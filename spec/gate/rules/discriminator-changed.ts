import { type Context, type Difference, ofNamed } from "./rule.ts";

/** The types tell the branches of a union apart by its discriminator. */
export function discriminatorChanged() {
  const judge = (difference: Difference, { report }: Context) => {
    if (difference.kind === "added") return;
    report({ message: `The discriminator${ofNamed(difference.node.parent)} was ${verb(difference)}.` });
  };
  return { Discriminator: judge, DiscriminatorMapping: judge };
}

function verb({ kind }: Difference): string {
  return kind === "removed" ? "removed" : "changed";
}
