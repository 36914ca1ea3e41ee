import { foldName } from "../base/closest.ts";
import { reach } from "../model/reach.ts";
import { selected } from "../rules/shared/selections.ts";
import type { ListValue, MapValue, Value } from "../schema/value.ts";
import { type ContentPath, type ContentValue, contentAt, sameContent } from "./content.ts";
import type { Current } from "./current.ts";
import { sameSet } from "./join-structures.ts";
import { type Proposal, THING } from "./proposal.ts";
import { looseLabel } from "./spelling.ts";

/** What becomes of a proposal. */
export type ProposalOutcome =
  /** Nothing says it yet: it is written. */
  | "added"
  /** The configuration says the same, however it is written. */
  | "same"
  /** Somebody wrote something else, or a base says so: that stays. */
  | "different"
  /** Somebody cut it with `~`: that stays. */
  | "cut"
  /** The configuration cannot be read there: nothing is concluded. */
  | "unknown"
  /** A file of an earlier import says something else: it is changed when files are refreshed. */
  | "outdated"
  /** The same is written by hand and in an imported file: the latter is not needed. */
  | "superseded";

/** A proposal with what becomes of it. */
export interface Judged {
  readonly proposal: Proposal;
  readonly outcome: ProposalOutcome;
  /** What is written by hand or in a base, if that is something else. */
  readonly ours?: Value;
}

/** Compares each proposal with what is written by hand, and then with what earlier imports wrote. */
export function judge(proposals: readonly Proposal[], current: Current): readonly Judged[] {
  return proposals.map((proposal) => judged(proposal, current));
}

function judged(proposal: Proposal, current: Current): Judged {
  const { path, value } = proposal;
  // Whether a class exists, and its niveau, follow from no niveau.
  const isOwn = path.length <= THING || path[THING] === "niveau";
  const byHand = isOwn ? current.byHand : current.byHandInNiveaux;
  // In a section that cannot be read as a whole, the thing may be there.
  if (reach(current.byHand, path.slice(0, THING)).broken) return { proposal, outcome: "unknown" };
  const written = writtenAt(byHand, path);
  if (written === "cut" || written === "unknown") return { proposal, outcome: written };
  const imported = contentAt(current.imported, path);
  const isDeclared = isDeclaration(value);
  if (written === undefined) {
    const exists = isDeclared && reach(byHand, path).entry !== undefined;
    return { proposal, outcome: exists ? "same" : besideImported(imported, value) };
  }
  if (!isDeclared && !says(written, proposal, current.full))
    return { proposal, outcome: "different", ours: written };
  return { proposal, outcome: imported !== undefined && !isDeclared ? "superseded" : "same" };
}

function besideImported(imported: ContentValue | undefined, value: ContentValue): ProposalOutcome {
  if (imported === undefined) return "added";
  return isDeclaration(value) || sameValue(imported, value) ? "same" : "outdated";
}

/** A list of names is a set. */
function sameValue(one: ContentValue, other: ContentValue): boolean {
  if (!Array.isArray(one) && !Array.isArray(other)) return sameContent(one, other);
  return sameSet([one].flat(), [other].flat());
}

/** Whether a proposal only says that something exists. */
function isDeclaration(value: ContentValue): boolean {
  return value === null || (value instanceof Map && value.size === 0);
}

/** The value at a path; `undefined` if nothing is written there. */
function writtenAt(root: MapValue, path: ContentPath): Value | "cut" | "unknown" | undefined {
  const { entry, last, broken } = reach(root, path);
  if (last?.value.kind === "removed") return "cut";
  if (broken || last?.value.kind === "unknown") return "unknown";
  // What is declared and unfinished says nothing.
  if (last?.value.kind === "absent") return undefined;
  if (entry) return entry.value;
  return last && last.value.kind !== "map" ? "unknown" : undefined;
}

function says(written: Value, { path, value }: Proposal, root: MapValue): boolean {
  if (written.kind === "leaf") {
    const [key] = path.slice(-1);
    return typeof value === "string"
      ? sameText(key ?? "", String(written.value), value)
      : written.value === value;
  }
  if (written.kind !== "list" || !Array.isArray(value)) return false;
  return sameSet(namesIn(written, root), value);
}

function namesIn({ items, schema }: ListValue, root: MapValue): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== "leaf") return [];
    const name = String(item.value);
    return schema.items ? selected(root, schema.items, name) : [name];
  });
}

/** Whether two texts mean the same at a key: labels and names are written in many ways. */
function sameText(key: string, one: string, other: string): boolean {
  if (key === "libelle") return looseLabel(one) === looseLabel(other);
  if (key === "nom" || key === "prenom") return foldName(one) === foldName(other);
  return one.normalize("NFC") === other;
}
