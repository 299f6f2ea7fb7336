import { type Context, type Difference, memberOf, nameOf, type Place, placeOf } from "./rule.ts";

/** A call of the client gives the body of any success: one of another shape changes the type of what every caller gets. */
export function successAdded() {
  return {
    Responses: {
      Response(difference: Difference, { report }: Context) {
        const { kind, node } = difference;
        if (kind !== "added" || !/^2/.test(nameOf(node))) return;
        const before = (node.parent?.base?.children ?? []).filter(({ key }) => /^2/.test(String(key)));
        if (before.some((each) => shapeOf(each) === shapeOf(placeOf(node)))) return;
        report({ message: `Response \`${nameOf(node)}\`, a success of another shape, was added.` });
      },
    },
  };
}

/** The media types with their schemas, as text. */
function shapeOf(response: Place): string {
  const content = Object.entries(Object(memberOf(response, "content")));
  return JSON.stringify(content.map(([type, media]) => [type, Object(media).schema]));
}
