import type { Entry, Leaf, MapValue, Value } from "../../schema/value.ts";
import { isLeafOf, leafAt, mapsIn } from "../../schema/value.ts";
import type { Span } from "../../syntax/tree.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { isDay } from "./dates.ts";
import { isRne, rnesIn } from "./rne.ts";
import { firstYearOfDay, schoolYearFrom } from "./school-year.ts";

/** A value at the top that all others contradict, while they agree with each other. */
export interface ContradictedValue {
  readonly leaf: Leaf<string>;
  /** What the others agree on. */
  readonly instead: string;
  /** The places of the others. */
  readonly others: readonly Span[];
}

/** At least so many values have to agree: of fewer, nobody can tell which is wrong. */
const ENOUGH = 3;

/** What other values say, and where. */
type Evidence = readonly (readonly [says: string, at: Span])[];

function contradiction(leaf: Leaf<string>, evidence: Evidence): ContradictedValue | undefined {
  const instead = evidence[0]?.[0];
  if (instead === undefined || evidence.length < ENOUGH || instead === leaf.value) return undefined;
  return evidence.every(([says]) => says === instead)
    ? { leaf, instead, others: evidence.map(([, at]) => at) }
    : undefined;
}

/** The school year, unless all days contradict it: then it is unknown. */
export function ownYear(context: RuleContext): Leaf<string> | undefined {
  return contradictedYear(context) ? undefined : context.get("etablissement", "annee-scolaire");
}

/** The RNE if it is right, so that others can be compared with it; unknown if all others are another. */
export function ownRne(context: RuleContext): Leaf<string> | undefined {
  const rne = context.get("etablissement", "rne");
  return rne && isRne(rne.value) && !contradictedRne(context) ? rne : undefined;
}

/** The hosting mode, unless all that depends on it belongs to the other one: then it is unknown. */
export function ownMode(context: RuleContext): Leaf<"heberge" | "non-heberge"> | undefined {
  return contradictedMode(context) ? undefined : context.get("hebergement", "mode");
}

/** New Caledonia, Wallis and Futuna, where the school year is the calendar year. */
const SOUTH = /^98[368]/;

/** Whether the establishment's school year is the calendar year. */
export function isInTheSouth(context: RuleContext): boolean {
  return isRneOfTheSouth(context.get("etablissement", "rne")?.value ?? "");
}

/** Whether the establishment of this RNE is where the school year is the calendar year. */
export function isRneOfTheSouth(rne: string): boolean {
  return SOUTH.test(rne);
}

/** The school year in which all days of periods and meetings lie, if it is another than the establishment's. */
export function contradictedYear(context: RuleContext): ContradictedValue | undefined {
  const year = context.get("etablissement", "annee-scolaire");
  const [first, second] = year?.value.split("-").map(Number) ?? [];
  if (!year || second !== Number(first) + 1 || isInTheSouth(context)) return undefined;
  const periodes: MapValue | undefined = context.get("periodes");
  const sessions: MapValue | undefined = context.get("rencontres", "sessions");
  const kinds = [...mapsIn(periodes)].map(({ value }): MapValue => value);
  const things = [...kinds, sessions].flatMap((map) => [...mapsIn(map)]);
  const days = things.flatMap(({ value }) =>
    ["debut", "fin", "date"].map((key) => leafAt(value, key, "string")),
  );
  return contradiction(
    year,
    days.flatMap((day) =>
      day && isDay(day.value) ? [[schoolYearFrom(firstYearOfDay(day.value)), day.node] as const] : [],
    ),
  );
}

/** The RNE in all addresses and names of files that contain one, if it is another than the establishment's. */
export function contradictedRne(context: RuleContext): ContradictedValue | undefined {
  const rne = context.get("etablissement", "rne");
  if (!rne || !isRne(rne.value)) return undefined;
  const texts: readonly (Value | undefined)[] = [
    ...hostsOf(context),
    context.get("base", "nom"),
    context.get("recuperation", "fichier"),
    leafAt(context.get("communication", "e-mails", "expediteur"), "adresse", "string"),
    ...filesIn(context.get("imports", "siecle")),
    ...filesIn(context.get("imports", "stsweb")),
  ];
  return contradiction(
    rne,
    texts
      .filter((text) => isLeafOf(text, "string"))
      .flatMap(({ value, node }) => {
        const [found] = rnesIn(value);
        return found === undefined ? [] : [[found, node] as const];
      }),
  );
}

function filesIn(value: Value | undefined): readonly (Value | undefined)[] {
  if (value?.kind !== "map") return [];
  const files = value.get("fichiers");
  return [value.get("fichier"), ...(files?.kind === "list" ? files.items : [])];
}

function hostsOf(context: RuleContext): readonly (Leaf<string> | undefined)[] {
  return [
    context.get("serveurs", "serveur", "adresse"),
    context.get("serveurs", "pronote-net", "adresse"),
    context.get("espaces", "adresse"),
  ];
}

/** The hosting mode to which all belongs that exists in one mode only, if it is the other one. */
export function contradictedMode(context: RuleContext): ContradictedValue | undefined {
  const mode = context.get("hebergement", "mode");
  if (!mode) return undefined;
  const servers = context.get("serveurs");
  const net: MapValue | undefined = context.get("serveurs", "pronote-net");
  const hosted: MapValue | undefined = context.get("hebergement");
  return contradiction(mode, [
    ...hostsOf(context).flatMap((host) => (host ? [[modeOf(host.value), host.node] as const] : [])),
    ...keysOf("non-heberge", [
      servers?.entry("relais"),
      net?.entry("ip-fixe"),
      context.get("clients")?.entry("recherche-reseau"),
    ]),
    ...sectionOf("non-heberge", context.get("routeur")),
    ...keysOf(
      "heberge",
      ["numero", "console", "bascule"].map((key) => hosted?.entry(key)),
    ),
    ...sectionOf("heberge", context.get("manuels-numeriques")),
  ]);
}

function keysOf(says: string, entries: readonly (Entry | undefined)[]): Evidence {
  return entries.flatMap((entry) => (entry && hasEffect(entry.value) ? [[says, entry.key] as const] : []));
}

function sectionOf(says: string, section: MapValue | undefined): Evidence {
  const [at] = section?.nodes ?? [];
  return section && at && hasEffect(section) ? [[says, at]] : [];
}

function modeOf(host: string): string {
  return /\.index-education\.net(?:[:/]|$)/i.test(host) ? "heberge" : "non-heberge";
}

/** Whether a value asks for something: an unticked checkbox or an empty map does not. */
export function hasEffect(value: Value): boolean {
  if (value.kind === "leaf") return value.value !== false;
  return value.kind === "list" || (value.kind === "map" && value.entries.size > 0);
}
