import { type ContentMap, contentAt, copied, removeAt, sameContent, writeAt } from "./content.ts";

/**
 * Writes services that all classes of a niveau say alike once, in the niveau. Classes of a niveau with one class, or with
 * services that differ, stay as they are.
 */
export function lifted(content: ContentMap): ContentMap {
  const next = copied(content);
  for (const [niveau, classes] of classesByNiveau(next)) {
    for (const service of sharedServices(classes)) {
      const value = contentAt(classes[0] ?? new Map(), ["services", service]);
      if (value !== undefined) writeAt(next, ["niveaux", niveau, "services", service], value);
      for (const classe of classes) removeAt(classe, ["services", service]);
    }
  }
  return next;
}

/** The same content with these services in the classes again. */
export function unlifted(content: ContentMap): ContentMap {
  const next = copied(content);
  for (const [niveau, classes] of classesByNiveau(next)) {
    const shared = contentAt(next, ["niveaux", niveau, "services"]);
    if (!(shared instanceof Map)) continue;
    for (const classe of classes) {
      const own = classe.get("services");
      classe.set("services", new Map([...copied(shared), ...(own instanceof Map ? own : [])]));
    }
    removeAt(next, ["niveaux", niveau, "services"]);
  }
  return next;
}

/** Whether services stand in niveaux. */
export function isLifted(content: ContentMap): boolean {
  const niveaux = content.get("niveaux");
  return (
    niveaux instanceof Map && [...niveaux.values()].some((one) => one instanceof Map && one.has("services"))
  );
}

function classesByNiveau(content: ContentMap): ReadonlyMap<string, readonly ContentMap[]> {
  const found = new Map<string, ContentMap[]>();
  const classes = content.get("classes");
  for (const classe of classes instanceof Map ? classes.values() : []) {
    const niveau = classe instanceof Map ? classe.get("niveau") : undefined;
    if (!(classe instanceof Map) || typeof niveau !== "string") continue;
    const others = found.get(niveau);
    if (others) others.push(classe);
    else found.set(niveau, [classe]);
  }
  return found;
}

function sharedServices(classes: readonly ContentMap[]): readonly string[] {
  const [first, ...others] = classes.map((classe) => classe.get("services"));
  if (!(first instanceof Map) || others.length === 0) return [];
  return [...first.keys()].filter((name) =>
    others.every((one) => one instanceof Map && sameContent(one.get(name), first.get(name))),
  );
}
