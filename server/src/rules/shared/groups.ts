import { memo } from "../../base/memo.ts";
import { niveauxOfClasse } from "../../model/niveaux.ts";
import { type MapValue, mapsIn, type TypedList, type TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import {
  activeIn,
  activeServices,
  isWhole,
  type Learners,
  namesIn,
  type Services,
  type TaughtService,
} from "./services.ts";

interface ClasseValue {
  readonly name: string;
  readonly value: MapValue;
}

/** Whether a list of classes includes this one, by its name, by its niveau or by `toutes`. */
function includes(
  list: TypedList<string> | undefined,
  { name, value }: ClasseValue,
  context: RuleContext,
): boolean {
  const niveaux = niveauxOfClasse(value, context.get("niveaux"));
  return namesIn(list).some((one) => one === "toutes" || one === name || niveaux.includes(one));
}

/** The active services of the groups that a class belongs to. */
export function groupServices(classe: ClasseValue, context: RuleContext): readonly TaughtService[] {
  const groups = context
    .all("groupes-eleves")
    .filter(({ value }) => includes(value.get("classes"), classe, context));
  return groups.flatMap(activeServices);
}

/** The names of those who teach the active services of a class or a group; `undefined` if not all are known. */
export function teachersOf({ value }: Learners): readonly string[] | undefined {
  if (value.open) return undefined;
  const services = value.get("services");
  return services ? teachersIn(services) : NOBODY;
}

const NOBODY: readonly string[] = [];

const teachersIn = memo((services: Services): readonly string[] | undefined => {
  if (!isWhole(services)) return undefined;
  const teachers = new Set<string>();
  for (const service of activeIn(services)) {
    const names = professeursOf(service.value);
    if (!names) return undefined;
    for (const name of names) teachers.add(name);
  }
  return [...teachers];
});

/** The names of those who teach a service or a part of it; `undefined` if none are written. */
export function professeursOf(
  service: TypedMap<ThingAt<"classes.*.services.*">>,
): readonly string[] | undefined {
  const own = service.get("professeurs");
  const parts = service.get("sous-services");
  if (!parts) return own && namesIn(own);
  const others = [...mapsIn(parts)].flatMap(({ value }) => namesIn(value.get("professeurs")));
  return own || others.length > 0 ? [...namesIn(own), ...others] : undefined;
}
