interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** For Expressive Code: wide code can be scrolled with the keyboard, without waiting for a script to see that it is wide. */
export const scrollableCode = {
  name: "scrollable-code",
  hooks: {
    postprocessRenderedBlock({ renderData }: { renderData: { blockAst: Node } }): void {
      makeFocusable(renderData.blockAst);
    },
  },
};

function makeFocusable(node: Node): void {
  if (node.tagName === "pre" && node.properties !== undefined) node.properties.tabindex = "0";
  for (const child of node.children ?? []) makeFocusable(child);
}
