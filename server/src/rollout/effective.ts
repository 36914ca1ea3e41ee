import { isPrivateText } from "../analysis/conceal.ts";
import { finished } from "../base/finished.ts";
import type { Localize } from "../base/message.ts";
import { shown } from "../base/shown-text.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { scalarText } from "../schema/problems.ts";
import type { Scalar } from "../schema/schema.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import type { Value } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { derivedValues } from "./derived-values.ts";
import { type EnteredValue, settingsBelow, settingsInParts } from "./entered-values.ts";
import { followsFrom, inheritedFromThing, shownNames } from "./shown-entries.ts";
import { HIDDEN, isHiddenAt } from "./value-words.ts";

/** How the effective configuration is written. */
export interface EffectiveStyle {
  readonly localize: Localize;
  /** Names a file in the comment on an origin; left out, no origins are written: two texts are compared more easily. */
  readonly nameOf?: (uri: string) => string;
  /** Only what stands at or below these keys. */
  readonly below?: KeyPath;
}

/** A value of the effective configuration. */
interface EffectiveLine {
  readonly path: KeyPath;
  /** `undefined` for a thing about which nothing is said. */
  readonly text?: string;
  readonly origin?: string;
}

/**
 * What PRONOTE is to hold for an establishment, as YAML: what holds after merging, inheritance and derivation, each value
 * with its origin. Defaults are left out. A secret is the name of its variable; what is on a private line is not shown.
 */
export function effectiveText(snapshot: Snapshot, style: EffectiveStyle): string {
  return finished(effectiveTextInParts(snapshot, style));
}

/** The same, with pauses: of a large establishment it takes a while. */
export function* effectiveTextInParts(snapshot: Snapshot, style: EffectiveStyle): Generator<void, string> {
  const root: Branch = { children: new Map() };
  for (const line of yield* linesOf(snapshot, style))
    if (isAtOrBelow(line.path, style.below ?? [])) placed(root, line);
  return [...root.children].map(([key, branch]) => printed(key, branch, 0)).join("");
}

/** After so many values there is a pause. */
const PART = 250;

function* linesOf(snapshot: Snapshot, style: EffectiveStyle): Generator<void, readonly EffectiveLine[]> {
  const root = establishmentOf(snapshot).value;
  const { localize, nameOf, below } = style;
  const lines: EffectiveLine[] = [];
  for (const value of below ? settingsBelow(root, below) : yield* settingsInParts(root)) {
    if (lines.length % PART === 0) yield;
    lines.push(writtenLine(snapshot, value, style));
  }
  for (const { path, schema, value } of derivedValues(root)) {
    const from = schema.follows && localize(followsFrom(schema, schema.follows));
    const names = shownNames(path, snapshot);
    lines.push({ path: names, text: leafText(value), ...(nameOf && from ? { origin: from } : undefined) });
  }
  return lines;
}

function writtenLine(
  snapshot: Snapshot,
  value: EnteredValue,
  { localize, nameOf }: EffectiveStyle,
): EffectiveLine {
  const { path, value: own, at } = value;
  const names = shownNames(path, snapshot);
  return {
    path: names,
    ...(own
      ? { text: isHiddenAt(at, snapshot) || names.includes(HIDDEN) ? HIDDEN : valueText(own) }
      : undefined),
    ...(nameOf ? { origin: originOf(snapshot, value, localize, nameOf) } : undefined),
  };
}

/** Where a value is written, and what it is inherited from. */
function originOf(
  snapshot: Snapshot,
  value: EnteredValue,
  localize: Localize,
  nameOf: (uri: string) => string,
): string {
  const place = placeText(snapshot, value.at, nameOf);
  // That it comes from a base is what the name of the file says.
  const from = inheritedFromThing(value, snapshot);
  return from ? `${place} (${localize(from)})` : place;
}

function placeText(snapshot: Snapshot, at: Span, nameOf: (uri: string) => string): string {
  const file = fileOf(snapshot, at);
  return file ? `${nameOf(file.uri)}:${rangeOf(file, at).start.line + 1}` : "";
}

function valueText(value: Value): string {
  if (value.kind === "leaf") return leafText(value.value);
  if (value.kind !== "list") return "";
  return `[${value.items.map(valueText).join(", ")}]`;
}

function leafText(value: Scalar): string {
  if (typeof value !== "string") return String(value);
  return isPrivateText(value) ? HIDDEN : inFlow(scalarText(value));
}

/** A scalar that may stand between brackets too. */
function inFlow(text: string): string {
  return text.startsWith('"') || !/[[\]{},]/.test(text) ? text : JSON.stringify(text);
}

/** A key with its value, or with keys below. */
interface Branch {
  readonly children: Map<string, Branch>;
  line?: EffectiveLine;
}

function placed(root: Branch, line: EffectiveLine): void {
  let branch = root;
  for (const key of line.path) {
    const next: Branch = branch.children.get(key) ?? { children: new Map() };
    branch.children.set(key, next);
    branch = next;
  }
  branch.line = line;
}

function printed(key: string, { children, line }: Branch, depth: number): string {
  const head = `${"  ".repeat(depth)}${inFlow(scalarText(key))}:`;
  if (children.size === 0) {
    const comment = line?.origin ? `  # ${shown(line.origin)}` : "";
    return `${head} ${line?.text ?? "{}"}${comment}\n`;
  }
  return `${head}\n${[...children].map(([name, branch]) => printed(name, branch, depth + 1)).join("")}`;
}
