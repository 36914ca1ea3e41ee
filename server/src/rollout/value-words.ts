import { isOnPrivateLine, isPrivateText } from "../analysis/conceal.ts";
import { type LocalizedText, type Message, message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import { selected, selects } from "../rules/shared/selections.ts";
import type { Scalar, Schema } from "../schema/schema.ts";
import { leafAt, type Value } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import type { EnteredValue } from "./entered-values.ts";

/** A text for users. */
export type Words = Message | LocalizedText;

/** A value as PRONOTE shows it. */
export interface ShownValue {
  readonly words: Words;
  /** What can be pasted into its field; none for a box, a choice, a secret or a list. */
  readonly copy?: string;
}

/** The same text in both languages. */
export function verbatim(text: string): LocalizedText {
  return { en: text, fr: text };
}

/** Texts separated by commas; an empty list is an empty text. */
export function listed(texts: readonly Words[]): Words {
  const [first, ...others] = texts;
  return others.reduce<Words>((list, one) => message("{0}, {1}", list, one), first ?? verbatim(""));
}

/** Of a selection that stands for more names than this, only the number of names is told. */
const MOST_SELECTED = 12;

/**
 * A value as PRONOTE shows it: a person by name, a day as in France, a choice by its title. Of a secret, the name of its
 * variable. What looks like private data is not shown.
 */
export function shownValue({ schema, value, secret }: EnteredValue, snapshot: Snapshot): ShownValue {
  if (value === undefined) return { words: verbatim("") };
  if (secret && value.kind === "leaf")
    return { words: message("secret, in the variable {0}", safe(String(value.value))) };
  if (value.kind === "leaf") return shownScalar(schema, value.value, snapshot);
  const names = value.items.flatMap((item) => (item.kind === "leaf" ? [item.value] : []));
  if (names.length === 0) return { words: message("none") };
  const items = schema.items ?? schema;
  return { words: listed(names.map((name) => selectionWords(items, name, snapshot))) };
}

/** The same for a scalar of a schema. */
export function shownScalar(schema: Schema, value: Scalar, snapshot: Snapshot): ShownValue {
  if (typeof value === "boolean") return { words: boxWords(schema, value) };
  if (typeof value === "number") {
    const number = String(value).replace(".", ",");
    return { words: verbatim(number), copy: number };
  }
  const choice = schema.values?.[value]?.title;
  if (choice) return { words: choice };
  if (schema.mentions && schema.mentions.at !== "key") {
    const words = nameWords(schema.mentions.kinds, value, snapshot);
    return { words, copy: words.fr };
  }
  const text = safe(dayInFrance(value));
  return text === HIDDEN ? { words: verbatim(text) } : { words: verbatim(text), copy: text };
}

function boxWords(schema: Schema, value: boolean): Words {
  if (!schema.private) return value ? message("ticked") : message("not ticked");
  return value ? message("to be filled in (not written here)") : message("not known");
}

/** A name in a list; of one that stands for several, these too. */
function selectionWords(schema: Schema, value: Scalar, snapshot: Snapshot): Words {
  const { words } = shownScalar(schema, value, snapshot);
  if (typeof value !== "string" || !selects(schema)) return words;
  const names = selected(establishmentOf(snapshot).value, schema, value);
  if (names.length === 1 && names[0] === value) return words;
  const kinds = schema.mentions?.kinds ?? [];
  return names.length > MOST_SELECTED
    ? message("{0} ({1} in all)", words, names.length)
    : message("{0} ({1})", words, listed(names.map((name) => nameWords(kinds, name, snapshot))));
}

/** A name as PRONOTE shows it: a person by last and first name, a matière with its label. */
export function nameWords(kinds: readonly string[], name: string, snapshot: Snapshot): LocalizedText {
  const root = establishmentOf(snapshot).value;
  const textAt = (thing: Value | undefined, key: string): readonly string[] => {
    const leaf = leafAt(thing, key, "string");
    if (!leaf) return [];
    return [isHiddenAt(leaf.node, snapshot) ? HIDDEN : safe(leaf.value)];
  };
  if (kinds.includes("professeurs") || kinds.includes("personnels")) {
    for (const section of ["professeurs", "personnels"]) {
      const person = mapAt(root, [section, name]);
      const parts = ["nom", "prenom"].flatMap((key) => textAt(person, key));
      if (parts.length > 0) return verbatim(parts.join(" "));
    }
  }
  const [label = name] = kinds.includes("matieres") ? textAt(mapAt(root, ["matieres", name]), "libelle") : [];
  return verbatim(label === name ? safe(name) : `${safe(name)} (${label})`);
}

/** Whether a span is on a line that holds private text: then nothing of the line is shown. */
export function isHiddenAt(at: Span, snapshot: Snapshot): boolean {
  return isOnPrivateLine(at, fileOf(snapshot, at));
}

/** A day as it is typed in France; any other text as it is. */
function dayInFrance(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

/** Stands for a text that is not shown. */
export const HIDDEN = "…";

/** A text, unless it holds personal data or a secret: a plan is printed, and handed on. */
export function safe(text: string): string {
  return isPrivateText(text) ? HIDDEN : text;
}
