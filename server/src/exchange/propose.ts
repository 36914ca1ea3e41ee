import { mapAt } from "../model/map-at.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue } from "../schema/value.ts";
import type { ContentPath, ContentValue } from "./content.ts";
import { fonctionOf, isTaken } from "./fonctions.ts";
import { push } from "./grouping.ts";
import type { Outside, OutsideMatiere, OutsidePerson, OutsideService } from "./outside.ts";
import { PersonKeys, sectionOf } from "./person-keys.ts";
import type { ImportPart, Proposal } from "./proposal.ts";
import type { SourcePlace } from "./source.ts";
import { CodeKeys, type MatiereNames, matiereKeys, serviceKeys } from "./structure-keys.ts";

const DOCUMENTALISTE = "Professeur documentaliste";

/**
 * What sources propose, as one value for each path. Keys are those of the configuration whose effective value is `root`,
 * so that what it has already is found there, however it is called.
 */
export function proposalsOf(
  outside: Outside,
  root: MapValue,
  only: ReadonlySet<ImportPart>,
): readonly Proposal[] {
  return new Proposer(outside, root, only).all();
}

class Proposer {
  readonly #outside: Outside;
  readonly #root: MapValue;
  readonly #only: ReadonlySet<ImportPart>;
  readonly #people: PersonKeys;
  readonly #matiere: (matiere: OutsideMatiere) => string;
  readonly #matieres: MatiereNames;
  readonly #classes: CodeKeys;
  readonly #groupes: CodeKeys;
  /** The services by the class or group that they are of. */
  readonly #services = new Map<string, OutsideService[]>();
  readonly #proposals: Proposal[] = [];

  constructor(outside: Outside, root: MapValue, only: ReadonlySet<ImportPart>) {
    this.#outside = outside;
    this.#root = root;
    this.#only = only;
    this.#people = new PersonKeys(root, outside, reservedNames());
    const matieres = mapAt(root, ["matieres"]);
    this.#matiere = matiereKeys(matieres, outside);
    const names = new Set([...(matieres?.entries.keys() ?? []), ...outside.matieres.map(this.#matiere)]);
    this.#matieres = { keyOf: this.#matiere, has: (name) => names.has(name) };
    this.#classes = new CodeKeys(mapAt(root, ["classes"]));
    this.#groupes = new CodeKeys(mapAt(root, ["groupes-eleves"]));
    for (const service of outside.services)
      push(this.#services, publicKey(service.of, service.code), service);
  }

  all(): readonly Proposal[] {
    const { people, classes, groupes, salles } = this.#outside;
    if (this.#only.has("matieres")) this.#proposeMatieres();
    const taken = people.filter(isTaken);
    for (const section of ["professeurs", "personnels"] as const) {
      if (!this.#only.has(section)) continue;
      for (const person of taken.filter((one) => sectionOf(one) === section))
        this.#proposePerson(person, section);
    }
    for (const classe of classes) {
      const path = ["classes", this.#classes.of(classe.code)];
      if (this.#only.has("classes")) {
        this.#add(path, "niveau", classe.niveau, classe.place);
        this.#add(path, "libelle", classe.libelle, classe.place);
        this.#add(path, "professeur-principal", this.#keysOf(classe.principaux), classe.place);
        this.#declare(path, classe.place);
      }
      this.#proposeServices("classes", classe.code, path);
    }
    for (const groupe of groupes) {
      const path = ["groupes-eleves", this.#groupes.of(groupe.code)];
      if (this.#only.has("groupes-eleves")) {
        this.#add(path, "libelle", groupe.libelle, groupe.place);
        this.#add(
          path,
          "classes",
          groupe.classes.map((code) => this.#classes.of(code)),
          groupe.place,
        );
        this.#declare(path, groupe.place);
      }
      this.#proposeServices("groupes-eleves", groupe.code, path);
    }
    const keys = new CodeKeys(mapAt(this.#root, ["salles"]));
    if (this.#only.has("salles"))
      for (const { code, place } of salles) this.#declare(["salles", keys.of(code)], place);
    return this.#proposals;
  }

  /** The subjects that a service names. Without them, each service would name an unknown one. */
  #proposeMatieres(): void {
    const used = new Set(this.#outside.services.map(({ matiere }) => matiere));
    for (const matiere of used) {
      const path = ["matieres", this.#matiere(matiere)];
      this.#add(path, "libelle", matiere.libelle, matiere.place);
      this.#add(path, "code", matiere.code, matiere.place);
      this.#declare(path, matiere.place);
    }
  }

  #proposePerson(person: OutsidePerson, section: "professeurs" | "personnels"): void {
    const { nom, prenom, fonction, place } = person;
    const path = [section, this.#people.of(person)];
    this.#add(path, "nom", nom, place);
    this.#add(path, "prenom", prenom, place);
    if (section === "personnels") {
      const nature = this.#outside.school?.nature ?? "";
      this.#add(path, "fonction", fonctionOf(person, this.#outside.people, nature), place);
    } else if (fonction === "DOC") {
      this.#add(path, "fonction", DOCUMENTALISTE, place);
      this.#add(path, "profil", DOCUMENTALISTE, place);
    }
  }

  #proposeServices(of: OutsideService["of"], code: string, path: ContentPath): void {
    if (!this.#only.has("services")) return;
    const services = this.#services.get(publicKey(of, code)) ?? [];
    const keys = serviceKeys(mapAt(this.#root, [...path, "services"]), services, this.#matieres);
    for (const service of services) {
      const key = keys.get(service) ?? "";
      const at = [...path, "services", key];
      const { modalite, professeurs, coEnseignement, place } = service;
      const matiere = this.#matiere(service.matiere);
      const before = this.#proposals.length;
      if (matiere !== key) this.#add(at, "matiere", matiere, place);
      if (modalite !== "CG") this.#add(at, "modalite", modalite, place);
      this.#add(at, "professeurs", this.#keysOf(professeurs), place);
      if (coEnseignement && professeurs.length > 1) this.#add(at, "co-enseignement", true, place);
      // Without a teacher, who teaches is still to be decided.
      if (this.#proposals.length === before) this.#proposals.push({ path: at, value: null, place });
    }
  }

  #keysOf(people: readonly OutsidePerson[]): readonly string[] {
    return people.map((person) => this.#people.of(person));
  }

  /** Proposes a value, if there is one. */
  #add(path: ContentPath, key: string, value: ContentValue | undefined, place: SourcePlace): void {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return;
    this.#proposals.push({ path: [...path, key], value, place });
  }

  /** Proposes that something exists, even if nothing is said of it. */
  #declare(path: ContentPath, place: SourcePlace): void {
    this.#proposals.push({ path, value: new Map(), place });
  }
}

function publicKey(of: OutsideService["of"], code: string): string {
  return `${of} ${code}`;
}

/** Names that no person may have as a key: they stand for several people. */
export function reservedNames(): ReadonlySet<string> {
  const fonctions = [...(kinds.get("fonctions")?.predeclared ?? [])];
  return new Set([...fonctions, "professeurs", "personnels", "toutes"]);
}
