import { appendAll } from "../../base/append-all.ts";
import { mapAt } from "../../model/map-at.ts";
import type { MapValue } from "../../schema/value.ts";
import { push } from "../grouping.ts";
import type { Source } from "../source.ts";
import type { Correspondence } from "./comparison.ts";
import { type Found, nothingFound } from "./found.ts";
import { keptNames } from "./kept.ts";
import { KnownMatieres } from "./known-matieres.ts";
import { KnownPeople } from "./known-people.ts";
import { KnownPublics, type Public } from "./known-publics.ts";
import { type ListedService, listedServices } from "./listed-services.ts";
import { matchLabels, type PublicServices } from "./match-labels.ts";
import { PublicComparison, type TellsActive } from "./public-comparison.ts";
import type { ListTable } from "./read-list.ts";
import { wantedServices } from "./wanted-services.ts";

/** Compares a list of services or courses piece by piece. With `all`, what the list has no row of is missing, not left out. */
export function* compareServices(
  source: Source,
  table: ListTable,
  root: MapValue,
  all: boolean,
): Generator<void, Found> {
  const found = nothingFound();
  const people = new KnownPeople(root, ["professeurs"], keptNames(root, "professeurs"));
  const grouped = yield* groupedByPublic(yield* listedServices(source, table, people), root);
  const publics = grouped.publics.map((one) => ({ ...one, wanted: wantedServices(root, one.public) }));
  const labels = matchLabels(publics, new KnownMatieres(root));
  appendAll(found.correspondences, grouped.correspondences);
  appendAll(found.correspondences, labels.correspondences);
  const lookup = { root, people, labels, tellsActive: tellsActive(table) };
  const unmatched = table.hasUnplaced ? "unplaced" : undefined;
  for (const one of publics) {
    yield;
    new PublicComparison(one.public, one, lookup, found, unmatched).compare();
  }
  const absent = absentPublics(
    root,
    publics.map((one) => one.public),
  );
  tellStrangers(grouped.strangers, absent.length > 0, found);
  for (const one of absent) {
    yield;
    const reason = unmatched ?? (grouped.strangers.size > 0 ? "open-label" : undefined);
    if (all) new PublicComparison(one.public, one, lookup, found, reason).compare();
    else found.notListed.push([one.public.section, one.public.name]);
  }
  return found;
}

interface GroupedServices {
  readonly publics: readonly { readonly public: Public; readonly listed: readonly ListedService[] }[];
  /** Rows of classes and groups that are none here, by what the list calls them. */
  readonly strangers: ReadonlyMap<string, readonly ListedService[]>;
  /** Classes and groups that only their spelling tells. */
  readonly correspondences: readonly Correspondence[];
}

function* groupedByPublic(
  services: readonly ListedService[],
  root: MapValue,
): Generator<void, GroupedServices> {
  const known = new KnownPublics(root);
  const publics = new Map<string, { readonly public: Public; readonly listed: ListedService[] }>();
  const strangers = new Map<string, ListedService[]>();
  const spelt = new Map<string, Correspondence>();
  for (const service of services) {
    yield;
    const found = known.find(service.public);
    if (!found) {
      push(strangers, service.public, service);
      continue;
    }
    const { section, name, spelt: label } = found;
    if (label !== undefined) {
      const times = (spelt.get(label)?.times ?? 0) + 1;
      spelt.set(label, { section, label, name, by: "spelling", times });
    }
    const key = `${section}/${name}`;
    const group = publics.get(key);
    if (group) group.listed.push(service);
    else publics.set(key, { public: { section, name }, listed: [service] });
  }
  return { publics: [...publics.values()], strangers, correspondences: [...spelt.values()] };
}

/** The classes and groups with an active service that a list has no row of. */
function absentPublics(
  root: MapValue,
  listed: readonly Public[],
): readonly (PublicServices & { readonly public: Public })[] {
  const present = new Set(listed.map(({ section, name }) => `${section}/${name}`));
  return (["classes", "groupes-eleves"] as const).flatMap((section) =>
    [...(mapAt(root, [section])?.entries.keys() ?? [])].flatMap((name) => {
      if (present.has(`${section}/${name}`)) return [];
      const wanted = wantedServices(root, { section, name });
      return wanted.some(({ isActive }) => isActive)
        ? [{ public: { section, name }, wanted, listed: [] }]
        : [];
    }),
  );
}

/** Classes of the list that are none here; while one of ours is not found, they may be that. */
function tellStrangers(
  strangers: GroupedServices["strangers"],
  isAbsent: boolean,
  { differences }: Found,
): void {
  for (const [theirs, [first]] of strangers) {
    differences.push({
      sign: isAbsent ? "untold" : "extra",
      path: ["classes"],
      ours: "",
      theirs,
      ...(first && { row: first.row }),
      ...(isAbsent && { reason: "open-label" as const }),
    });
  }
}

function tellsActive({ list, columns }: ListTable): TellsActive {
  if (list.kind === "cours") return "not";
  return columns.has("actif") ? "column" : "presence";
}
