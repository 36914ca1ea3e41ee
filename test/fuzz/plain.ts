import { bare } from "../../server/src/syntax/blocks.ts";
import { parseFast } from "../../server/src/syntax/fast-parser.ts";
import { parseLeaf } from "../../server/src/syntax/yaml-adapter.ts";
import { type Dice, dice } from "../corpus/dice.ts";
import { establishmentOf } from "../corpus/establishment.ts";
import { Comparison } from "./difference.ts";
import { FRAGMENTS } from "./fragments.ts";
import type { Outcome } from "./fuzz.ts";
import { troubleWith } from "./history.ts";
import { exampleStart, ownStart } from "./starts.ts";

/** Compares the fast parser with `yaml` on random pieces of texts with random edits. */
export function plainMismatches(seed: number, documents: number): Outcome {
  const rolls = dice(seed);
  const cases: string[] = [];
  let text = "";
  for (let i = 0; i < documents; i++) {
    if (i % 200 === 0) text = sourceOf(rolls);
    const mutated = mutation(text, rolls);
    const mismatch = troubleWith(() => parsersDiffer(mutated));
    if (mismatch !== undefined) cases.push(`${JSON.stringify(mutated)}: ${mismatch}`);
  }
  return { edits: documents, mismatches: cases.length, cases: cases.slice(0, 5), longest: 0 };
}

/** Document markers: files are split there before they are parsed. */
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/m;

/** The difference between the fast parser's result and `yaml`'s; `undefined` if equal or not parsed by the fast one. */
function parsersDiffer(text: string): string | undefined {
  if (MARKER.test(text)) return undefined;
  const block = bare("file:///a.yaml", text);
  const fast = parseFast(block);
  if (!fast) return undefined;
  const { faults, root, anchors, aliases } = parseLeaf(block);
  if (faults[0]) return `yaml refuses it: ${faults[0].code}`;
  return new Comparison().between("plain", fast, { root, anchors, aliases });
}

function sourceOf(rolls: Dice): string {
  const texts = rolls.pick([
    () => Object.values(ownStart(rolls)),
    () => Object.values(exampleStart(rolls)),
    () => establishmentOf(1 + rolls.of(100_000)).files.map(({ text }) => text),
  ])();
  return rolls.pick(texts);
}

function mutation(whole: string, rolls: Dice): string {
  const lines = whole.split("\n");
  const from = rolls.of(lines.length);
  let text = lines.slice(from, from + 1 + rolls.of(14)).join("\n");
  for (let edits = rolls.of(5); edits > 0; edits--) {
    const at = rolls.of(text.length + 1);
    const deleted = rolls.chance(40) ? rolls.of(6) : 0;
    text = text.slice(0, at) + (rolls.chance(75) ? rolls.pick(FRAGMENTS) : "") + text.slice(at + deleted);
  }
  return text;
}
