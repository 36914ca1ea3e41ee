import { scalarText } from "./problems.ts";

/** What is to be written as YAML: a text, `null` for a removal (`~`), a list, or a map. */
export type YamlContent = string | null | readonly YamlContent[] | ReadonlyMap<string, YamlContent>;

/** Lists of texts that are not longer stand on one line. */
const MAX_LINE = 100;

/** The YAML text of a map, in block style, with a line break at its end; empty for an empty map. */
export function yamlText(map: ReadonlyMap<string, YamlContent>): string {
  return linesOf(map, "")
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(map: ReadonlyMap<string, YamlContent>, indent: string): string[] {
  return [...map].flatMap(([key, value]) => entryLines(`${indent}${scalarText(key)}:`, value, `${indent}  `));
}

/** The lines of a value behind a key or the dash of an item. */
function entryLines(head: string, value: YamlContent, below: string): string[] {
  if (value === null) return [`${head} ~`];
  if (typeof value === "string") return textLines(head, value, below);
  if (isList(value)) return listLines(head, value, below);
  return value.size === 0 ? [`${head} {}`] : [head, ...linesOf(value, below)];
}

function textLines(head: string, text: string, below: string): string[] {
  if (!isBlockText(text)) return [`${head} ${scalarText(text)}`];
  const keepsLast = text.endsWith("\n");
  const lines = (keepsLast ? text.slice(0, -1) : text).split("\n");
  return [`${head} ${keepsLast ? "|" : "|-"}`, ...lines.map((line) => (line === "" ? "" : below + line))];
}

/** Whether a text can be written as it is, line by line: in another it would not be seen where lines and spaces end. */
function isBlockText(text: string): boolean {
  const isPlain = !/[\p{Zl}\p{Zp}\ufeff]|[^\P{Cc}\n]|[ \t]$/mu.test(text);
  return isPlain && text.includes("\n") && /^\S/.test(text) && !text.endsWith("\n\n");
}

function listLines(head: string, items: readonly YamlContent[], below: string): string[] {
  const flow = inFlow(items);
  if (flow !== undefined && head.length + flow.length <= MAX_LINE) return [`${head} ${flow}`];
  return [head, ...items.flatMap((item) => itemLines(item, below))];
}

function inFlow(items: readonly YamlContent[]): string | undefined {
  const texts = items.filter((item) => typeof item === "string");
  return texts.length < items.length ? undefined : `[${texts.map(scalarText).join(", ")}]`;
}

/** An item; the first key of a map stands beside the dash. */
function itemLines(item: YamlContent, indent: string): string[] {
  if (item === null || typeof item === "string" || isList(item) || item.size === 0)
    return entryLines(`${indent}-`, item, `${indent}  `);
  const [first = "", ...others] = linesOf(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

function isList(value: Exclude<YamlContent, string | null>): value is readonly YamlContent[] {
  return Array.isArray(value);
}
