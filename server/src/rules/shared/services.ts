import { memo } from "../../base/memo.ts";
import { niveauxOfClasse } from "../../model/niveaux.ts";
import {
  type Entry,
  type Leaf,
  type ListValue,
  type MapValue,
  mapsIn,
  type TypedList,
  type TypedMap,
} from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";

/** A service of a class or of a group of pupils. */
export type Service = ThingAt<"classes.*.services.*">;

/** The services of a class or of a group of pupils. */
export type Services = TypedMap<ThingAt<"classes.*.services">>;

/** A class or a group of pupils, as far as services are concerned. */
export interface Learners {
  readonly name: string;
  readonly value: MapValue & { get(key: "services"): Services | undefined };
}

/** A service with its name. */
export interface TaughtService {
  readonly name: string;
  readonly key: Entry["key"];
  readonly value: TypedMap<Service>;
}

/** The active services of a class or a group: those that are a line of the bulletin. */
export function activeServices({ value }: Learners): readonly TaughtService[] {
  const services = value.get("services");
  return services ? activeIn(services) : [];
}

/** The active ones of some services. Cached, so that other changes in the class cost nothing. */
export const activeIn = memo((services: Services): readonly TaughtService[] => {
  return [...mapsIn(services)].filter(({ value }) => isActive(value));
});

/** The checkboxes of services that are switched off. */
export const switchedOffIn = memo((services: Services): readonly Leaf<boolean>[] => {
  return [...mapsIn(services)].flatMap(({ value }) => {
    const actif = value.get("actif");
    return actif?.value === false ? [actif] : [];
  });
});

/** The active services that are assessed by competences only, each with the leaf that says so. */
export const withoutNotesIn = memo(
  (services: Services): readonly { readonly name: string; readonly mode: Leaf<string> }[] => {
    return activeIn(services).flatMap(({ name, value }) => {
      const mode = value.get("mode");
      return mode?.value === "sans-notes" ? [{ name, mode }] : [];
    });
  },
);

/** The matières of the active services, with `undefined` if one is not known. */
export const matieresIn = memo((services: Services): ReadonlySet<string | undefined> => {
  return new Set(activeIn(services).map(matiereOf));
});

/** All classes and groups of pupils. */
export function everyone(context: RuleContext): readonly Learners[] {
  return [...context.all("classes"), ...context.all("groupes-eleves")];
}

/** Whether all services that are written could be read. */
export const isWhole = memo((services: Services): boolean => {
  return !services.open && [...services.entries.values()].every(({ value }) => value.kind !== "unknown");
});

/** Whether a service is active, which is the default; false if that is not known. */
export function isActive(service: TypedMap<Service>): boolean {
  return service.has("actif") ? service.get("actif")?.value === true : true;
}

/** How a service is assessed; by default with grades. `undefined` if that is not known. */
export function modeOf(service: TypedMap<Service>): "avec-notes" | "sans-notes" | undefined {
  return service.has("mode") ? service.get("mode")?.value : "avec-notes";
}

/** The matière of a service: its key, unless `matiere` names another; `undefined` if that is not known. */
export function matiereOf({ name, value }: Pick<TaughtService, "name" | "value">): string | undefined {
  return value.has("matiere") ? value.get("matiere")?.value : name;
}

/** Whether a list is written and empty. */
export function isEmpty({ node }: Pick<ListValue, "node">): boolean {
  return node.kind === "list" && node.items.length === 0;
}

/** The names in a list of references. */
export function namesIn(list: TypedList<string> | undefined): readonly string[] {
  return list?.items.map(({ value }) => value) ?? [];
}

/** The names of the classes that a list selects by name, by niveau or by `toutes`. */
export function classesIn(list: TypedList<string> | undefined, context: RuleContext): ReadonlySet<string> {
  const names = namesIn(list);
  if (names.length === 0) return new Set();
  const niveaux = context.get("niveaux");
  const chosen = context
    .all("classes")
    .filter(
      ({ name, value }) =>
        names.includes("toutes") ||
        names.includes(name) ||
        niveauxOfClasse(value, niveaux).some((niveau) => names.includes(niveau)),
    );
  return new Set(chosen.map(({ name }) => name));
}
