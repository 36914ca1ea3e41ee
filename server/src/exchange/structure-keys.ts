import type { MapValue } from "../schema/value.ts";
import { leafAt, mapsIn } from "../schema/value.ts";
import type { Outside, OutsideMatiere, OutsideService } from "./outside.ts";
import { looseCode } from "./spelling.ts";

/** The keys of classes, groups or rooms: the one that the configuration has, spelt exactly so or nearly so; else the code. */
export class CodeKeys {
  readonly #names: ReadonlySet<string>;
  readonly #loose: ReadonlyMap<string, string>;

  constructor(map: MapValue | undefined) {
    const names = [...(map?.entries.keys() ?? [])];
    this.#names = new Set(names);
    this.#loose = new Map(names.map((name) => [looseCode(name), name]));
  }

  /** The key of a code. */
  of(code: string): string {
    return this.#names.has(code) ? code : (this.#loose.get(looseCode(code)) ?? code);
  }
}

/** The keys of subjects: that of a subject with the same national code, else the code de gestion. */
export function matiereKeys(
  map: MapValue | undefined,
  { matieres }: Pick<Outside, "matieres">,
): (matiere: OutsideMatiere) => string {
  const written = [...mapsIn(map)].map(({ name, value }) => ({
    name,
    code: leafAt(value, "code", "string")?.value ?? "",
  }));
  const byCode = new Map(written.filter(({ code }) => code !== "").map(({ name, code }) => [code, name]));
  const byName = new Map(written.map((one) => [one.name, one]));
  const keys = new Map(
    matieres.map((matiere) => {
      const namesake = byName.get(matiere.key);
      const isOther =
        namesake && namesake.code !== "" && matiere.code !== "" && namesake.code !== matiere.code;
      return [
        matiere,
        byCode.get(matiere.code) ?? (isOther ? `${matiere.key}-${matiere.code}` : matiere.key),
      ];
    }),
  );
  return (matiere) => keys.get(matiere) ?? matiere.key;
}

/** A service of the configuration, as far as services are told apart. */
interface WrittenService {
  readonly name: string;
  readonly matiere: string | undefined;
  readonly modalite: string | undefined;
}

/** How the subjects of services are named. */
export interface MatiereNames {
  readonly keyOf: (matiere: OutsideMatiere) => string;
  /** Whether a subject has this name. */
  readonly has: (name: string) => boolean;
}

/**
 * The keys of the services of one class or group: that of the service with the same subject and modality, even if it has but
 * their key and the rest is left to the import; else the subject, and with the modality where the subject is taken.
 */
export function serviceKeys(
  services: MapValue | undefined,
  outside: readonly OutsideService[],
  matieres: MatiereNames,
): ReadonlyMap<OutsideService, string> {
  const written = [...(services?.entries.values() ?? [])].map(({ name, value }): WrittenService => {
    const matiere = leafAt(value, "matiere", "string")?.value;
    return { name, matiere, modalite: leafAt(value, "modalite", "string")?.value };
  });
  const keys = new Map<OutsideService, string>();
  const taken = new Set(written.map(({ name }) => name));
  const left = outside.filter((service) => {
    const matiere = matieres.keyOf(service.matiere);
    const found =
      written.find((one) => isOf(one, matiere, service.modalite)) ??
      written.find((one) => !matieres.has(one.name) && isKeyOf(one, matiere, service.modalite));
    if (found) keys.set(service, found.name);
    return !found;
  });
  // The ordinary course comes first, so that it has the plain name.
  for (const service of [...left].sort((a, b) => rank(a) - rank(b))) {
    const matiere = matieres.keyOf(service.matiere);
    const key = firstFree(matiere, service.modalite, taken);
    taken.add(key);
    keys.set(service, key);
  }
  return keys;
}

function isOf(one: WrittenService, matiere: string, modalite: string): boolean {
  return (one.matiere ?? one.name) === matiere && (one.modalite ?? "CG") === modalite;
}

/** Whether a service that names no subject has the key which an import would give to this one. */
function isKeyOf(one: WrittenService, matiere: string, modalite: string): boolean {
  const isOpen = one.matiere === undefined && (one.modalite ?? modalite) === modalite;
  return isOpen && one.name === withModalite(matiere, modalite);
}

function withModalite(matiere: string, modalite: string): string {
  return `${matiere}-${modalite}`;
}

function firstFree(matiere: string, modalite: string, taken: ReadonlySet<string>): string {
  const other = withModalite(matiere, modalite);
  let key = taken.has(matiere) ? other : matiere;
  for (let number = 2; taken.has(key); number++) key = `${other}-${number}`;
  return key;
}

function rank({ modalite }: OutsideService): number {
  return modalite === "CG" ? 0 : 1;
}
