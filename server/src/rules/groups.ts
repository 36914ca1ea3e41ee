import { memo } from "../memo.ts";
import type { Leaf, ListValue, MapValue } from "../schema/value.ts";
import type { Ask } from "./ask.ts";
import type { At } from "./rule.ts";
import { activeIn, activeServices, isWhole, namesIn, type Public, type Taught } from "./services.ts";

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
  const services = value.get("services");
  if (value.open || (services && !isWhole(services))) return undefined;
  return services ? teachersIn(services) : [];
}

const teachersIn = memo((services: MapValue<At<"classes.*.services">>): readonly string[] | undefined => {
  const all = activeIn(services).map((service) => professeursOf(service.value));
  return all.includes(undefined) ? undefined : all.flatMap((names) => names ?? []);
});

/** Who teaches a service or a part of it; `undefined` while that is not written. */
export function professeursOf(service: MapValue<At<"classes.*.services.*">>): readonly string[] | undefined {
  const own = service.get("professeurs");
  const parts = [...(service.get("sous-services")?.entries.values() ?? [])].flatMap(({ value }) =>
    value.kind === "map" ? [value as MapValue<At<"classes.*.services.*.sous-services.*">>] : [],
  );
  const others = parts.flatMap((part) => namesIn(part.get("professeurs")));
  return own || others.length > 0 ? [...namesIn(own), ...others] : undefined;
}
