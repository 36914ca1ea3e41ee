import type { ResolvedNode } from "./resolve.ts";

/** Generates TypeScript types of the language from its schema, for the effective values that rules read. */
export function typesOf(nodes: readonly ResolvedNode[], root: number): string {
  const lines = nodes.flatMap((node, index) =>
    node.type === "object" ? [`interface T${index} ${bodyOf(node, nodes)}`] : [],
  );
  return `${lines.join("\n")}\n/** The whole language. */\nexport type Pronote = T${root};\n`;
}

function bodyOf(node: ResolvedNode, nodes: readonly ResolvedNode[]): string {
  const properties = (node["properties"] ?? {}) as Record<string, number>;
  const fields = Object.entries(properties).map(
    ([key, index]) => `  readonly ${JSON.stringify(key)}: ${typeOf(index, nodes)};`,
  );
  const additional = node["additional"];
  const index =
    typeof additional === "number" && fields.length === 0
      ? [`  readonly [name: string]: ${typeOf(additional, nodes)};`]
      : [];
  return `{\n${[...fields, ...index].join("\n")}\n}`;
}

function typeOf(index: number, nodes: readonly ResolvedNode[]): string {
  const node = nodes[index];
  switch (node?.type) {
    case "object":
      return `T${index}`;
    case "array":
      return `readonly ${typeOf(node["items"] as number, nodes)}[]`;
    case "boolean":
      return "boolean";
    case "integer":
    case "number":
      return "number";
    default:
      return node?.["enum"]
        ? `(${(node["enum"] as string[]).map((value) => JSON.stringify(value)).join(" | ")})`
        : "string";
  }
}
