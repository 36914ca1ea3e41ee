import { scalarText } from "../../server/src/schema/problems.ts";
import { choicesOf, NAMES, type SchemaNode, sample, shortOf } from "./nodes.ts";
import type { PlaceOfText } from "./places.ts";

/** A text with a cursor, and with the parts that are missing in it. */
export interface MarkedText {
  readonly text: string;
  readonly cursor: number;
  /** What would make the text valid: offsets and texts, in order. */
  readonly missing: readonly (readonly [number, string])[];
  /** The keys of the map of the entry that have a colon. */
  readonly written: readonly string[];
}

/** The text of a place for a node; `undefined` if the place needs something that the node has not. */
export function textAt(place: PlaceOfText, node: SchemaNode, step = 2): MarkedText | undefined {
  const marked = filled(place.text, node);
  if (marked === undefined) return undefined;
  const holder = node.path.slice(0, -1);
  const within = place.flow ? holder.slice(0, -1) : holder;
  const lead = place.flow && holder.length > 0 ? `${scalarText(holder.at(-1) ?? "")}: ` : "";
  const widened = marked.replace(
    /\n( +)/g,
    (_, spaces: string) => `\n${" ".repeat((spaces.length / 2) * step)}`,
  );
  const lines = [
    ...within.map((key, depth) => `${" ".repeat(step * depth)}${scalarText(key)}:`),
    ...`${lead}${widened}`
      .split("\n")
      .map((line) => (line === "" ? line : " ".repeat(step * within.length) + line)),
  ];
  const text = lines.join("\n");
  const whole = place.around ? place.around(text.endsWith("\n") ? text : `${text}\n`) : text;
  return { ...unmarked(whole), written: writtenIn(place.text, node) };
}

function filled(template: string, node: SchemaNode): string | undefined {
  const key = node.path.at(-1) ?? "";
  const [one, other] = siblings(node).map(([, text]) => text);
  const choices = choicesOf(shortOf(node.schema)).filter((choice) => choice !== node.path.at(-2));
  const choice = choices.at(-1);
  const words: { readonly [word: string]: string | undefined } = {
    K: /^["']/.test(scalarText(key)) ? undefined : scalarText(key),
    ...halves("K", key),
    V: sample(node.schema),
    C: choice === undefined ? "x" : scalarText(choice),
    ...halves("C", choice ?? "xy"),
    S: one,
    T: other,
    G: TAGS[node.schema.type],
  };
  const parts = [...template.matchAll(/\{(-?[A-Z]-?)\}/g)].map(([, word = ""]) => word);
  if (parts.some((word) => words[word] === undefined)) return undefined;
  return template.replace(/\{(-?[A-Z]-?)\}/g, (_, word: string) => words[word] ?? "");
}

const TAGS: { readonly [type: string]: string } = {
  string: "!!str",
  boolean: "!!bool",
  number: "!!float",
  integer: "!!int",
};

function halves(letter: string, text: string): { readonly [word: string]: string } {
  const middle = Math.floor(text.length / 2);
  return { [`${letter}-`]: text.slice(0, middle), [`-${letter}`]: text.slice(middle) };
}

function writtenIn(template: string, node: SchemaNode): readonly string[] {
  const [one = "", other = ""] = siblings(node).map(([key]) => key);
  return [
    ...(template.includes("{S}") ? [one] : []),
    ...(template.includes("{T}") ? [other] : []),
    ...(/\{K\}"?:|\{-K\}:/.test(template) ? [node.path.at(-1) ?? ""] : []),
  ];
}

/** Other entries of the same map: keys and texts. */
function siblings({ holder, path }: SchemaNode): readonly (readonly [string, string])[] {
  const given = [...holder.properties].filter(([key, below]) => key !== path.at(-1) && !below.deprecated);
  const names = holder.additional ? NAMES.filter((name) => name !== path.at(-1)) : [];
  return [
    ...given.map(([key, below]) => [key, `${key}: ${sample(below)}`] as const),
    ...names.map(
      (name) => [name, `${scalarText(name)}: ${holder.additional ? sample(holder.additional) : ""}`] as const,
    ),
  ];
}

/** Takes the marks out of a text. */
function unmarked(marked: string): Omit<MarkedText, "written"> {
  let text = "";
  let cursor = -1;
  const missing: (readonly [number, string])[] = [];
  for (const part of marked.split(/(\$0|⟦[^⟧]*⟧)/)) {
    if (part === "$0") cursor = text.length;
    else if (part.startsWith("⟦")) missing.push([text.length, part.slice(1, -1)]);
    else text += part;
  }
  return { text, cursor, missing };
}

/** A text with what was missing, after an edit at the cursor by which it grew. */
export function mended(
  text: string,
  { missing, cursor }: Pick<MarkedText, "missing" | "cursor">,
  grown: number,
): string {
  let result = text;
  for (const [at, part] of [...missing].reverse()) {
    const offset = at >= cursor ? at + grown : at;
    result = result.slice(0, offset) + part + result.slice(offset);
  }
  return result;
}
