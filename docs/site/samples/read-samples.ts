import { type MdastNode, markdownToMdast } from "satteri";

/** A code block of a Markdown file. */
export interface Sample {
  /** The Markdown file, relative to the repository. */
  file: string;
  /** The line of the code's first line, from 1. */
  line: number;
  language: string;
  /** The words behind the language, without `title`: `run`, `output`, `quote`. */
  marks: readonly string[];
  title: string | undefined;
  code: string;
}

/** The code blocks of a Markdown text in their order, those in lists and quotes among them. An indented block has no language. */
export function readSamples(file: string, source: string): Sample[] {
  const samples: Sample[] = [];
  collect(markdownToMdast(source, { features: { frontmatter: true } }));
  return samples;

  function collect(node: MdastNode): void {
    if (node.type === "code") samples.push(toSample(file, node));
    if ("children" in node) for (const child of node.children) collect(child);
  }
}

function toSample(file: string, node: Extract<MdastNode, { type: "code" }>): Sample {
  const meta = node.meta ?? "";
  const title = /(?:^|\s)title="([^"]*)"/.exec(meta)?.[1];
  const marks = meta
    .replace(/(^|\s)title="[^"]*"/, "")
    .split(/\s+/)
    .filter(Boolean);
  const fence = node.position?.start.line ?? 0;
  return { file, line: fence + 1, language: node.lang ?? "", marks, title, code: node.value };
}
