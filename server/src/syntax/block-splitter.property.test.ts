import { expect, test } from "vitest";
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import { always } from "../../../test/support/edits.ts";
import { leavesOf } from "./blocks.ts";
import { withoutLoneReturns } from "./line-breaks.ts";
import type { Node } from "./tree.ts";

test("for valid YAML the tree has the content that `yaml` parses", () => {
  always((file, written) => {
    // `yaml` does not know the line end that is a carriage return alone.
    const text = withoutLoneReturns(written);
    const { errors, warnings, contents } = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
    if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return;
    const codes = leavesOf(file.root).flatMap(({ faults }) => faults.map(({ code }) => code));
    expect(codes.filter((code) => !OWN_CODES.has(code))).toEqual([]);
    if (codes.length > 0) return;
    expect(file.root.pairs.map(({ key, value }) => [key.text, contentOf(value)])).toEqual(
      yamlContentOf(contents, text),
    );
  });
});

/** Faults of our own, for mistakes that are valid YAML. */
const OWN_CODES = new Set(["TAG", "NO_SPACE", "TWO_COLONS", "NO_NAME", "ODD_SPACE", "TYPOGRAPHIC"]);

function contentOf(node: Node): unknown {
  if (node.kind === "map") return node.pairs.map(({ key, value }) => [key.text, contentOf(value)]);
  if (node.kind === "list") return node.items.map(contentOf);
  return node.kind === "scalar" ? node.text : node.kind === "alias" ? `*${node.name}` : "";
}

function yamlContentOf(node: unknown, text: string): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return String(node.source ?? node.value ?? "");
  if (isPair(node)) return [yamlPairOf(node, text)];
  if (isSeq(node)) return node.items.map((item) => yamlContentOf(item, text));
  return isMap(node) ? node.items.map((pair) => yamlPairOf(pair, text)) : "";
}

function yamlPairOf({ key, value }: Pair, text: string): unknown {
  const [from, to] = (isNode(key) && key.range) || [0, 0];
  return [isScalar(key) ? yamlContentOf(key, text) : text.slice(from, to), yamlContentOf(value, text)];
}
