import { memo } from "../../base/memo.ts";
import { type Leaf, type ListValue, type MapValue, mapsIn } from "../../schema/value.ts";
import type { Ask } from "../api/ask.ts";
import type { At } from "../api/rule.ts";
import {
  activeIn,
  activeServices,
  isWhole,
  namesIn,
  type Public,
  type Services,
  type Taught,
} from "./services.ts";

interface Classe {
  readonly name: string;
  readonly value: { get(key: "niveau"): Leaf<string> | undefined };
}

/** Whether a list of classes stands for this one too. */
export function includes(list: ListValue<string> | undefined, { name, value }: Classe): boolean {
  const niveau = value.get("niveau")?.value;
  return namesIn(list).some((one) => one === "toutes" || one === name || one === niveau);
}

/** The active services of the groups that a class has a part in. */
export function groupServices(classe: Classe, ask: Ask): readonly Taught[] {
  const groups = ask.all("groupes-eleves").filter(({ value }) => includes(value.get("classes"), classe));
  return groups.flatMap(activeServices);
}

/** Who teaches the active services of a class or a group; `undefined` while that is not known of one of them. */
export function teachersOf({ value }: Public): readonly string[] | undefined {
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

/** Who teaches a service or a part of it; `undefined` while that is not written. */
export function professeursOf(service: MapValue<At<"classes.*.services.*">>): readonly string[] | undefined {
  const own = service.get("professeurs");
  const parts = service.get("sous-services");
  if (!parts) return own && namesIn(own);
  const others = [...mapsIn(parts)].flatMap(({ value }) =>
    namesIn(value.get("professeurs") as ListValue<string> | undefined),
  );
  return own || others.length > 0 ? [...namesIn(own), ...others] : undefined;
}
