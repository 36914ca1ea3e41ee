import { fileFindings } from "../analysis/file-findings.ts";
import { dayInWords } from "../base/day.ts";
import { type Message, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import type { Finding } from "../rules/api/rule.ts";
import { dayAfter, isDay } from "../rules/shared/dates.ts";
import { leavesOf } from "../syntax/blocks.ts";
import { conflictsIn } from "../syntax/conflicts.ts";
import { type File, fileText, rangeOf } from "../syntax/file.ts";
import { comparePositions, type Range } from "../syntax/positions.ts";
import type { Block, Node, Pair, Span } from "../syntax/tree.ts";
import type { TickArgument } from "./checklist-protocol.ts";

/** Why an action is refused for what is known of a step, whatever stands in the files; `undefined` if it is not. */
export function refusalOf(step: ChecklistStep, argument: TickArgument, today: string): Message | undefined {
  const { tick, own } = step;
  const { action, avant } = argument;
  // Where it was written it may be tomorrow already.
  if (action === "fait" && own && tick?.fait !== undefined && tick.fait > dayAfter(today)) {
    return message(
      "Nothing was written: it is ticked for {0}, and the clock of this computer says {1}. One of the two is wrong.",
      dayInWords(tick.fait),
      dayInWords(today),
    );
  }
  if (action !== "annote") return undefined;
  if (avant !== undefined && avant !== "" && !isDay(avant))
    return message("Nothing was written: “{0}” is not a day as YYYY-MM-DD (example: 2026-09-04).", avant);
  const isInherited = tick !== undefined && !own && (tick.fait ?? tick.sansObjet) !== undefined;
  return isInherited
    ? message(
        "Nothing was written: it is ticked in a base, and a line here would take the place of that tick.",
      )
    : undefined;
}

/**
 * Why nothing can be written about an item into these files without losing or contradicting what stands there;
 * `undefined` if something can. `files` are those that contain ticks, and the one that would get a new line.
 */
export function refusalToWrite(files: readonly File[], slug: string): Message | undefined {
  for (const file of files) {
    const reason = refusalIn(file, slug);
    if (reason) return message("Nothing was written: {0}", reason);
  }
  return undefined;
}

function refusalIn(file: File, slug: string): Message | undefined {
  const name = baseName(file.uri);
  if (file.unreadable) return message("“{0}” cannot be read.", name);
  if (conflictsIn(file.root).length > 0) {
    return message("“{0}” holds two versions of a text, as git leaves them. Decide first what stays.", name);
  }
  const sections = sectionsOf(file);
  const [section, second] = sections;
  if (second) return message("“deroulement” is written twice in “{0}”. Join them first.", name);
  if (section && isUnreadable(file, section)) {
    return message("“deroulement” cannot be read in “{0}”. Correct it first.", name);
  }
  if (hasUnreadable(file, slug))
    return message("“{0}” stands in “{1}” on a line that cannot be read.", slug, name);
  for (const pair of entriesIn(section, slug)) {
    const finding = fileFindings(file).find((one) => isLost(file, one, pair));
    if (finding) return message("“{0}” has an error in “{1}”. {2}", slug, name, finding.message);
    const anchor = anchorIn(pair.value);
    if (anchor !== undefined && fileText(file).includes(`*${anchor}`)) {
      return message(
        "“{0}” in “{1}” is shared with other entries by “{2}”. Write each of them out first.",
        slug,
        name,
        `&${anchor}`,
      );
    }
  }
  return undefined;
}

function sectionsOf({ root }: File): readonly Pair[] {
  return root.pairs.filter(({ key }) => key.text === "deroulement");
}

function entriesIn(section: Pair | undefined, slug: string): readonly Pair[] {
  return section?.value.kind === "map" ? section.value.pairs.filter(({ key }) => key.text === slug) : [];
}

/** Whether the entries of the section are not known: it is no map, or what follows its key has errors. */
function isUnreadable({ root }: File, { key, value }: Pair): boolean {
  if (value.kind === "list" || value.kind === "alias") return true;
  if (value.kind === "scalar") return !/^(?:~|null)$/.test(value.text);
  if (key.block.faults.length > 0) return true;
  if (value.kind !== "absent") return false;
  const leaves = leavesOf(root);
  const next = leaves[leaves.indexOf(key.block) + 1];
  return next !== undefined && next.faults.length > 0;
}

/** Whether a block with syntax errors mentions an item: its entry may stand there. */
function hasUnreadable({ root }: File, slug: string): boolean {
  return leavesOf(root).some(({ faults, text }: Block) => faults.length > 0 && text.includes(slug));
}

/** What a tick writes anew in any case. */
const REWRITTEN = new Set(["fait", "annee", "empreinte", "preuve"]);

/** Whether a finding is about something in an entry that a new tick would not contain. */
function isLost(file: File, { id, at, rule }: Finding, pair: Pair): boolean {
  if (rule.severity !== "error" && id !== "unknown-key") return false;
  const isIn = (span: Span) => contains(rangeOf(file, span), rangeOf(file, at));
  if (!isIn(pair)) return false;
  const parts = pair.value.kind === "map" ? pair.value.pairs : [];
  return !parts.some((part) => REWRITTEN.has(part.key.text) && isIn(part));
}

function contains({ start, end }: Range, inner: Range): boolean {
  return comparePositions(start, inner.start) <= 0 && comparePositions(inner.end, end) <= 0;
}

/** The first anchor in a value. */
function anchorIn(node: Node): string | undefined {
  if ("anchor" in node && node.anchor !== undefined) return node.anchor;
  const below =
    node.kind === "map" ? node.pairs.map(({ value }) => value) : node.kind === "list" ? node.items : [];
  return below.map(anchorIn).find((anchor) => anchor !== undefined);
}
