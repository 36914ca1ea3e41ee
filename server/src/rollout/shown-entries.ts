import { hasPrivateLines } from "../analysis/conceal.ts";
import { type Language, type LocalizedText, type Message, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { textAt } from "../checklist/step-values.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import { isOwn, type Snapshot } from "../model/snapshot.ts";
import type { KeyPath } from "../schema/checklist.ts";
import { type Schema, schemaAt } from "../schema/schema.ts";
import type { MapValue } from "../schema/value.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import type { DerivedValue } from "./derived-values.ts";
import type { EnteredValue } from "./entered-values.ts";
import { patternOf } from "./screen-order.ts";
import type { ScreenEntry } from "./screens.ts";
import {
  HIDDEN,
  isHiddenAt,
  type ShownValue,
  safe,
  shownScalar,
  shownValue,
  verbatim,
  type Words,
} from "./value-words.ts";

/** A value as it stands on a screen. What is on a line with private text is not shown. */
export function shownEntry(entered: EnteredValue, snapshot: Snapshot): ScreenEntry {
  const from = inheritedFrom(entered, snapshot);
  return {
    path: entered.path,
    names: shownNames(entered.path, snapshot),
    pattern: entered.pattern,
    isName: entered.value === undefined,
    isGone: false,
    at: entered.at,
    ...shownIn(entered, snapshot),
    ...(from ? { from } : undefined),
  };
}

/** The words for a value, or those that say that it is not shown. */
export function shownIn(entered: EnteredValue, snapshot: Snapshot): ShownValue {
  return isHiddenAt(entered.at, snapshot) ? { words: verbatim(HIDDEN) } : shownValue(entered, snapshot);
}

/** A path without the names that are private, or, in a snapshot, stand on a line with private text. */
export function shownNames(path: KeyPath, snapshot?: Snapshot): KeyPath {
  const root = snapshot && hasPrivateLines(snapshot) ? establishmentOf(snapshot).value : undefined;
  const isHidden = (at: number) => {
    const entry = root && reach(root, path.slice(0, at + 1)).entry;
    return entry !== undefined && snapshot !== undefined && isHiddenAt(entry.key, snapshot);
  };
  const pattern = patternOf(path);
  return path.map((key, at) => (pattern[at] === "*" && (isPrivateName(key) || isHidden(at)) ? HIDDEN : key));
}

/** What follows from other values, as it stands on a screen. */
export function derivedEntry({ path, schema, value }: DerivedValue, snapshot: Snapshot): ScreenEntry {
  return {
    path,
    names: shownNames(path, snapshot),
    pattern: patternOf(path),
    isName: false,
    isGone: false,
    ...shownScalar(schema, value, snapshot),
    ...(schema.follows ? { from: followsFrom(schema, schema.follows) } : undefined),
  };
}

/** What a value follows from, with titles in place of keys, and of values of its own that it names. */
export function followsFrom({ values }: Schema, { en, fr }: LocalizedText): Message {
  const titled = (text: string, language: Language) =>
    text.replace(/`([^`]+)`/g, (_, name: string) => {
      const title = (schemaAt(name.split(".")) ?? values?.[name])?.title?.[language] ?? name;
      return language === "fr" ? `«\u00a0${title}\u00a0»` : `“${title}”`;
    });
  return message("follows from: {0}", { en: titled(en, "en"), fr: titled(fr, "fr") });
}

/** What a value is inherited from: a niveau, another thing, a base. Nothing for a value that is written where it counts. */
function inheritedFrom(value: EnteredValue, snapshot: Snapshot): Words | undefined {
  const thing = inheritedFromThing(value, snapshot);
  if (thing) return thing;
  return isOwn(snapshot, value.at) ? undefined : message("from the base “{0}”", baseName(value.at.block.uri));
}

/** The same for what a value is inherited from in the configuration itself: a niveau, or another thing. */
export function inheritedFromThing(
  { path, pattern, at }: EnteredValue,
  snapshot: Snapshot,
): Words | undefined {
  const root = establishmentOf(snapshot).value;
  const isAt = (other: KeyPath) => {
    const value = reach(root, other).entry?.value;
    return (value?.kind === "leaf" || value?.kind === "list") && value.node === at;
  };
  let around: MapValue = root;
  for (let length = 1; length < path.length; length++) {
    const value = around.get(path[length - 1] ?? "");
    if (value?.kind !== "map") return undefined;
    around = value;
    if (pattern[length - 1] !== "*") continue;
    const below = path.slice(length);
    const niveau = length === 2 && path[0] === "classes" ? textAt(around, ["niveau"]) : undefined;
    if (niveau !== undefined && isAt(["niveaux", niveau, ...below]))
      return message("from the niveau “{0}”", safe(niveau));
    const comme = textAt(around, ["comme"]);
    if (comme !== undefined && isAt([...path.slice(0, length - 1), comme, ...below]))
      return message("like “{0}”", safe(comme));
  }
  return undefined;
}
