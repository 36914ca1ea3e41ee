import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CompareOptions, compareList } from "../../server/src/exchange/compare/compare-list.ts";
import type { ListComparison, ListDifference } from "../../server/src/exchange/compare/comparison.ts";
import type { SourceFinding } from "../../server/src/exchange/source.ts";
import { establishmentOf } from "../../server/src/model/establishment.ts";
import { CONFIGURATION } from "../../server/src/model/layout.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import { Workspace } from "../../server/src/model/workspace.ts";
import { pointer } from "../../server/src/schema/pointer.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { fixture } from "./fixture.ts";
import { sourceOf } from "./import.ts";
import { FIXTURES } from "./make-fixtures.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");

/** The collège of the examples, which the lists in `test/fixtures/lists` are of. */
export function exampleSnapshot(): Snapshot {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => CONFIGURATION.test(`/${name}`));
  const files = names.map((name) => {
    const uri = `file:///examples/${name}`;
    return [uri, parseFile(uri, readFileSync(join(EXAMPLES, name), "utf8"))] as const;
  });
  const workspace = Workspace.empty(["file:///examples"], "2026-11-28").with(files);
  const [snapshot] = workspace.of("file:///examples/college-des-tilleuls/etablissement.pronote.yaml");
  if (!snapshot) throw new Error("the example is missing");
  return snapshot;
}

/** The bytes of a list in `test/fixtures`. */
export function listBytes(name: string): Uint8Array {
  return readFileSync(join(FIXTURES, name));
}

/** The comparison of a list with a configuration, or with the example. Throws if it is refused. */
export function compared(
  content: string | Uint8Array,
  { yaml, ...options }: CompareOptions & { readonly yaml?: string } = {},
): ListComparison {
  const result = compareList(sourceOf("list.tsv", content), rootOf(yaml), options);
  if ("refused" in result) throw new Error(`${result.refused.id}: ${result.refused.message.text}`);
  return result;
}

/** Why a list is refused, or what is wrong with it; `undefined` if nothing is. */
export function refusalOf(
  content: string | Uint8Array,
  { yaml, ...options }: CompareOptions & { readonly yaml?: string } = {},
): SourceFinding | undefined {
  const result = compareList(sourceOf("list.tsv", content), rootOf(yaml), options);
  return "refused" in result ? result.refused : result.findings[0];
}

function rootOf(yaml: string | undefined) {
  return establishmentOf(yaml === undefined ? exampleSnapshot() : fixture(yaml).context.snapshot).value;
}

/** Differences, one line each: sign, place, ours and theirs; and correspondences. */
export function told({ differences, correspondences }: ListComparison): readonly string[] {
  return [
    ...differences.map(toldDifference),
    ...correspondences.map(({ section, label, name, by }) => `≈ ${section}: ${label} = ${name} (${by})`),
  ];
}

function toldDifference({ sign, path, ours, theirs, reason }: ListDifference): string {
  const values = [ours, theirs].some((value) => value !== "") ? ` ${ours}|${theirs}` : "";
  return `${sign} ${pointer(path)}${values}${reason === undefined ? "" : ` (${reason})`}`;
}
