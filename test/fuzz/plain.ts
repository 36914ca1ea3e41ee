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

/** What is read without `yaml`, and is not what `yaml` makes of it: some lines of some text, mutated, again and again. */
export function plainMismatches(seed: number, documents: number): Outcome {
  const throws = dice(seed);
  const cases: string[] = [];
  let text = "";
  for (let i = 0; i < documents; i++) {
    if (i % 200 === 0) text = sourceOf(throws);
    const mutated = mutation(text, throws);
    const what = troubleWith(() => plainDiffers(mutated));
    if (what !== undefined) cases.push(`${JSON.stringify(mutated)}: ${what}`);
  }
  return { edits: documents, mismatches: cases.length, cases: cases.slice(0, 5), longest: 0 };
}

/** Where documents begin and end, files are cut before anything is read. */
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/m;

/** How a text differs from what `yaml` makes of it, if it is read without it. */
function plainDiffers(text: string): string | undefined {
  if (MARKER.test(text)) return undefined;
  const block = bare("file:///a.yaml", text);
  const plain = parseFast(block);
  if (!plain) return undefined;
  const { faults, root, anchors, aliases } = parseLeaf(block);
  if (faults[0]) return `yaml refuses it: ${faults[0].code}`;
  return new Comparison().between("plain", plain, { root, anchors, aliases });
}

function sourceOf(throws: Dice): string {
  const texts = throws.pick([
    () => Object.values(ownStart(throws)),
    () => Object.values(exampleStart(throws)),
    () => establishmentOf(1 + throws.of(100_000)).files.map(({ text }) => text),
  ])();
  return throws.pick(texts);
}

function mutation(whole: string, throws: Dice): string {
  const lines = whole.split("\n");
  const from = throws.of(lines.length);
  let text = lines.slice(from, from + 1 + throws.of(14)).join("\n");
  for (let edits = throws.of(5); edits > 0; edits--) {
    const at = throws.of(text.length + 1);
    const cut = throws.chance(40) ? throws.of(6) : 0;
    text = text.slice(0, at) + (throws.chance(75) ? throws.pick(FRAGMENTS) : "") + text.slice(at + cut);
  }
  return text;
}
