import { message } from "../base/message.ts";
import { nodeOf } from "../model/merge.ts";
import type { Finding, FindingTarget } from "../rules/api/rule.ts";
import type { Span } from "../syntax/tree.ts";
import type { RuleFinding } from "./rule-runner.ts";

/** The finding that a rule's result is in an establishment whose own files have these URIs. */
export function findingFrom({ rule, found }: RuleFinding, own: ReadonlySet<string>): Finding {
  const { at, ...rest } = found;
  const spans = [at].flat().map(spanOf);
  const span = spans.find(({ block }) => own.has(block.uri)) ?? spans[0];
  if (!span) throw new RangeError(`${rule.id} found something nowhere`);
  const isOwn = own.has(span.block.uri);
  // What is wrong in one establishment is not mended in a base, on which others stand that it suits.
  const fixes = rest.fixes?.filter(({ edits }) => !isOwn || edits.every(({ at }) => own.has(at.block.uri)));
  return { ...rest, ...(fixes && { fixes }), at: span, id: rule.id, rule };
}

function spanOf(target: FindingTarget): Span {
  return "block" in target ? target : nodeOf(target);
}

/** Findings of one rule on one text, which may hold for many things, as one finding with their number. */
export function countedByPlace(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<Span, Map<string, Finding[]>>();
  for (const one of findings) {
    const same = byPlace.get(one.at) ?? new Map<string, Finding[]>();
    byPlace.set(one.at, same);
    const list = same.get(one.id);
    if (list) list.push(one);
    else same.set(one.id, [one]);
  }
  return [...byPlace.values()].flatMap((same) => [...same.values()].map(merged));
}

function merged(list: readonly Finding[]): Finding {
  const [first] = list;
  if (!first) throw new RangeError("no finding");
  return list.length === 1
    ? first
    : { ...first, message: message("{0} ({1} times)", first.message, list.length) };
}
