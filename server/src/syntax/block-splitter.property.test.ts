import { expect, test } from "vitest";
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import { always } from "../../../test/support/edits.ts";
import { leavesOf } from "./blocks.ts";
import type { Node } from "./tree.ts";

test("what yaml takes is what is read", () => {
  always((file, text) => {
    const { errors, warnings, contents } = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
    if (errors.length > 0 || warnings.length > 0 || !isMap(contents)) return;
    const codes = leavesOf(file.root).flatMap(({ faults }) => faults.map(({ code }) => code));
    expect(codes.filter((code) => !OURS.has(code))).toEqual([]);
    if (codes.length > 0) return;
    expect(file.root.pairs.map(({ key, value }) => [key.text, said(value)])).toEqual(saidBy(contents, text));
  });
});

/** What yaml takes and nobody means. */
const OURS = new Set(["TAG", "NO_SPACE", "TWO_COLONS", "NO_NAME", "ODD_SPACE", "TYPOGRAPHIC"]);

function said(node: Node): unknown {
  if (node.kind === "map") return node.pairs.map(({ key, value }) => [key.text, said(value)]);
  if (node.kind === "list") return node.items.map(said);
  return node.kind === "scalar" ? node.text : node.kind === "alias" ? `*${node.name}` : "";
}

function saidBy(node: unknown, text: string): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return String(node.source ?? node.value ?? "");
  if (isPair(node)) return [pairBy(node, text)];
  if (isSeq(node)) return node.items.map((item) => saidBy(item, text));
  return isMap(node) ? node.items.map((pair) => pairBy(pair, text)) : "";
}

function pairBy({ key, value }: Pair, text: string): unknown {
  const [from, to] = (isNode(key) && key.range) || [0, 0];
  return [isScalar(key) ? saidBy(key, text) : text.slice(from, to), saidBy(value, text)];
}
