import type { LocalizedText } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import { schemaAt } from "../schema/schema.ts";
import { type YamlContent, yamlText } from "../schema/yaml-text.ts";
import type { CreatedFile } from "../syntax/problem.ts";
import { markerIn } from "./sister-copy.ts";

/** What a new establishment is, as far as it is decided. */
export interface NewEstablishment {
  /** The URI of its folder. */
  readonly folder: string;
  readonly rne: string;
  readonly nom: string;
  readonly anneeScolaire: string;
  readonly type?: string;
  readonly mode?: string;
  /** The URI of the base from which it inherits. */
  readonly base?: string;
}

/** The content of the marker of a new establishment. */
export function newMarkerContent(establishment: NewEstablishment): ReadonlyMap<string, YamlContent> {
  const { folder, rne, nom, anneeScolaire, type, mode, base } = establishment;
  const identity = new Map<string, YamlContent>([
    ["rne", rne],
    ["nom", nom],
  ]);
  if (type !== undefined) identity.set("type", type);
  identity.set("annee-scolaire", anneeScolaire);
  const content = new Map<string, YamlContent>();
  if (base !== undefined) content.set("herite-de", relativeTo(folder, base));
  content.set("etablissement", identity);
  if (mode !== undefined) content.set("hebergement", new Map([["mode", mode]]));
  return content;
}

/** The file of a marker, with comments above and below its content. */
export function markerFile(
  folder: string,
  content: ReadonlyMap<string, YamlContent>,
  above: readonly string[],
  below: readonly string[],
): CreatedFile {
  const text = `${comments(above)}${yamlText(content)}${below.length > 0 ? `\n${comments(below)}` : ""}`;
  return { uri: markerIn(folder), text };
}

/** Lines of comments. A text from elsewhere may contain anything: it stays on its line. */
function comments(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]+/gu, " ")}\n`).join("");
}

/** The sections that are written first, in this order. */
const FIRST = ["periodes", "matieres", "niveaux", "professeurs", "personnels", "classes"];

/** What is written next: of the first sections those that no file has, with their titles. */
export function nextSections(
  written: ReadonlySet<string>,
): readonly { readonly key: string; readonly title: LocalizedText | undefined }[] {
  return FIRST.filter((key) => !written.has(key)).map((key) => ({ key, title: schemaAt([key])?.title }));
}

/** The school year to prepare on a day (YYYY-MM-DD), e.g. `2026-2027`: from July on, the next one. */
export function schoolYearAt(day: string): string {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5, 7) >= "07" ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** The last day of the school year at a day, both as YYYY-MM-DD. */
export function endOfSchoolYear(day: string): string {
  return `${schoolYearAt(day).slice(5)}-08-31`;
}

/** Words of a name that tell the type, the more special first. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bcite scolaire\b/, "cite-scolaire"],
  [/\b(?:lycee polyvalent|lpo)\b/, "lycee-polyvalent"],
  [/\b(?:lycee (?:des metiers|professionnel|pro)|lp)\b/, "lycee-professionnel"],
  [/\b(?:lycee|lgt)\b/, "lycee-general-et-technologique"],
  [/\b(?:college|clg)\b/, "college"],
  [/\becole\b/, "ecole"],
];

/** The type of establishment that a name tells; `undefined` if it tells none. A collège and lycée together is a cité. */
export function typeTold(nom: string): string | undefined {
  const plain = nom
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");
  if (/\bcollege\b/.test(plain) && /\blycee\b/.test(plain)) return "cite-scolaire";
  return TYPES.find(([words]) => words.test(plain))?.[1];
}
