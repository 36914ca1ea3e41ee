import { message } from "../base/message.ts";
import { nodeOf } from "../model/merge.ts";
import type { Finding, FindingTarget } from "../rules/api/rule.ts";
import type { Span } from "../syntax/tree.ts";
import type { RuleFinding } from "./cached-check.ts";
import { countOf } from "./held-problems.ts";

/** The finding for the result of a rule, in an establishment whose own files have the URIs `own`. */
export function findingFrom({ rule, found: result, more }: RuleFinding, own: ReadonlySet<string>): Finding {
  const { at, ...rest } = result;
  const spans = [at].flat().map(spanOf);
  const span = spans.find(({ block }) => own.has(block.uri)) ?? spans[0];
  if (!span) throw new RangeError(`${rule.id} found something nowhere`);
  const isOwn = own.has(span.block.uri);
  // A fault in one establishment is not fixed in a base, whose other heirs may need it as it is, nor one in a base in
  // one of its heirs.
  const fixes = rest.fixes?.filter(({ edits }) => edits.every(({ at }) => own.has(at.block.uri) === isOwn));
  return { ...rest, ...(fixes && { fixes }), at: span, id: rule.id, rule, ...(more && { more }) };
}

function spanOf(target: FindingTarget): Span {
  return "block" in target ? target : nodeOf(target);
}

/** Merges the findings of one rule on one span, which may concern many things, into one with their number. */
export function countedByPlace(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<Span, Map<string, Finding[]>>();
  for (const one of findings) {
    const byRule = byPlace.get(one.at) ?? new Map<string, Finding[]>();
    byPlace.set(one.at, byRule);
    const list = byRule.get(one.id);
    if (list) list.push(one);
    else byRule.set(one.id, [one]);
  }
  return [...byPlace.values()].flatMap((byRule) => [...byRule.values()].map(merged));
}

function merged(list: readonly Finding[]): Finding {
  const [first] = list;
  if (!first) throw new RangeError("no finding");
  if (list.length === 1) return first;
  const more = countOf(list) - list.length;
  const times = message("{0} ({1} times)", first.message, list.length);
  return { ...first, message: times, ...(more > 0 && { more }) };
}
