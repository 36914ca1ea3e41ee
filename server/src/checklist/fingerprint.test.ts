import { describe, expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { pathOfPointer, pointer } from "../schema/pointer.ts";
import type { MapValue } from "../schema/value.ts";
import { changeFile } from "../syntax/file.ts";
import { changesSinceFingerprint, type Fingerprint, fingerprintOf, hashOf } from "./fingerprint.ts";

const C302 = "transfert-automatique";
const C603 = "revue-profils-professeurs";
const C606 = "revue-espace-parents";
const C703 = "services-actifs";
const C1010 = "acces-professeurs";
const C401 = "recuperation-donnees";

describe("the values of a fingerprint", () => {
  test("C302: the year, the hosting mode, the licence and the transfer; not classes or services", () => {
    const source = `
etablissement: { annee-scolaire: 2026-2027, nom: Collège des Tilleuls }
hebergement: { mode: heberge }
edt: { licence: reseau, transfert: { mode: automatique }, cours-complexes-precises: true }
classes: { 6A: { services: { FRANC: martin } } }
`;
    expect([...of(source, C302).keys()]).toEqual([
      "etablissement/annee-scolaire",
      "hebergement/mode",
      "edt/licence",
      "edt/transfert/mode",
      "edt/cours-complexes-precises",
    ]);
  });

  test("C603: each effective profile, and the profile of each teacher", () => {
    const before = `
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-devoirs: true } } }
  Profil 2: { comme: Profil 1 }
professeurs:
  martin: { nom: MARTIN }
  roux: { nom: ROUX, profil: Profil 2 }
`;
    expect([...of(before, C603).keys()]).toEqual([
      "profils-professeurs/Profil 1",
      "profils-professeurs/Profil 2",
      "professeurs/martin",
      "professeurs/roux",
    ]);
    expect(changed(before, before.replace("devoirs: true", "devoirs: false"), C603)).toEqual([
      "profils-professeurs/Profil 1",
      "profils-professeurs/Profil 2",
    ]);
    expect(changed(before, before.replace("MARTIN", "MARTINEZ"), C603)).toEqual([]);
    expect(changed(before, before.replace("nom: MARTIN", "nom: MARTIN, profil: Profil 2"), C603)).toEqual([
      "professeurs/martin",
    ]);
    expect(changed(before, `${before}  petit: { nom: PETIT }\n`, C603)).toEqual(["professeurs/petit"]);
    expect(changed(`${before}  petit: { nom: PETIT }\n`, before, C603)).toEqual(["professeurs/petit"]);
  });

  test("C606: what the Espace Parents shows, not whether it is published", () => {
    const before = `
espaces: { parents: { publie: false, mobile: true, rubriques: { notes: true, absences: { publie: true } } } }
`;
    expect(changed(before, before.replace("publie: false", "publie: true"), C606)).toEqual([]);
    expect(changed(before, before.replace("notes: true", "notes: false"), C606)).toEqual([
      "espaces/parents/rubriques",
    ]);
  });

  test("C703: per class and group what services there are, not who teaches", () => {
    const before = `
classes:
  6A: { services: { FRANC: martin, LATIN-1: { matiere: LATIN, professeurs: roux, coefficient: 2 } } }
groupes-eleves:
  LATIN: { classes: [6A], services: { LATIN: roux } }
`;
    expect([...of(before, C703).keys()]).toEqual(["classes/6A", "groupes-eleves/LATIN"]);
    expect(changed(before, before.replace("FRANC: martin", "FRANC: petit"), C703)).toEqual([]);
    expect(changed(before, before.replace("FRANC: martin", "FRANC: [martin, roux]"), C703)).toEqual([]);
    expect(changed(before, before.replace("coefficient: 2", "coefficient: 3"), C703)).toEqual([]);
    expect(changed(before, before.replace("coefficient: 2", "actif: false"), C703)).toEqual(["classes/6A"]);
    expect(changed(before, before.replace("matiere: LATIN", "matiere: GREC"), C703)).toEqual(["classes/6A"]);
    expect(changed(before, before.replace("FRANC: martin, ", ""), C703)).toEqual(["classes/6A"]);
  });

  test("C1010: the name of each teacher, and once the way of sending", () => {
    const before = `
professeurs: { martin: { nom: MARTIN, profil: Profil 2 }, roux: { nom: ROUX } }
informations-connexion: { professeurs: { envoi: { courrier: true } } }
`;
    expect([...of(before, C1010).keys()]).toEqual([
      "professeurs/martin",
      "professeurs/roux",
      "informations-connexion/professeurs/envoi",
    ]);
    expect(changed(before, before.replace("Profil 2", "Profil 3"), C1010)).toEqual([]);
    expect(changed(before, before.replace("ROUX", "PETIT"), C1010)).toEqual(["professeurs/roux"]);
  });

  test("C401: what is recovered, although no value reopens it", () => {
    expect([...of("recuperation: { donnees: { photos: true } }\n", C401).keys()]).toEqual([
      "recuperation/donnees",
    ]);
  });
});

describe("the canonical form", () => {
  test("leaves out defaults, keys that repeat the name, and values without content", () => {
    same(
      C603,
      "professeurs: { martin: {} }",
      "professeurs: { martin: { profil: Profil 1 } }",
      "professeurs: { martin: }",
    );
    same(
      C703,
      "classes: { 6A: { services: { FRANC: martin } } }",
      "classes: { 6A: { services: { FRANC: { actif: true, modalite: CG, matiere: FRANC } } } }",
      "classes: { 6A: { services: { FRANC: } } }",
    );
    same(
      C606,
      "espaces: { parents: {} }",
      "espaces: { parents: { acces-par-famille: false, documents: {} } }",
      "",
    );
  });

  test("normalizes accents, and leaves out removed names", () => {
    const named = (nom: string) => `professeurs: { martin: { nom: ${nom} } }`;
    same(C1010, named("HÉRON".normalize("NFC")), named("HÉRON".normalize("NFD")));
    same(C1010, "", "professeurs: { martin: ~ }");
  });

  test("distinguishes a written value from no value: a right that is refused, a name without content", () => {
    const profil = (autorisations: string) =>
      `profils-professeurs: { Profil 1: { autorisations: ${autorisations} } }`;
    expect(changed(profil("{}"), profil("{ notes: { saisir-devoirs: false } }"), C603)).not.toEqual([]);
    expect(changed("profils-professeurs: {}", "profils-professeurs: { Profil 2: }", C603)).not.toEqual([]);
  });

  test("compares lists as sets, and selections by the names that they select", () => {
    const slug = "classes-evaluees-referentiels";
    const school =
      "niveaux: { 6e: {} }\nclasses: { 6A: { niveau: 6e }, 6B: { niveau: 6e }, 5A: { niveau: 5e } }\n";
    const socle = (classes: string) => `${school}referentiels: { Socle: { classes: ${classes} } }`;
    same(slug, socle("[6A, 6B]"), socle("[6B, 6A, 6B]"), socle("6e"), socle("[6e, 6A]"));
    same(slug, socle("toutes"), socle("[6e, 5e]"), socle("[6e, 5A]"));
    same(slug, socle("toutes"), socle("toutes").replace("5A:", "5B: ~, 5A:"));
    expect(changed(socle("toutes"), socle("6e"), slug)).toEqual(["referentiels/Socle"]);
    const more = socle("toutes").replace("5A:", "5B: {}, 5A:");
    expect(changed(socle("toutes"), more, slug)).toEqual(["referentiels/Socle"]);
  });

  test("resolves a niveau to the classes of those that stand on it", () => {
    const slug = "classes-evaluees-referentiels";
    const lycee = (comme: string, classes: string) =>
      `niveaux: { 1re générale: { comme: ${comme} } }\nclasses: { 1G1: { niveau: 1re générale }, 1X: { niveau: 1re } }\nreferentiels: { Socle: { classes: ${classes} } }`;
    same(slug, lycee("1re", "1re"), lycee("1re", "[1G1, 1X]"), lycee("1re", "toutes"));
    expect(changed(lycee("1re", "1re"), lycee("~", "1re"), slug)).toEqual(["referentiels/Socle"]);
  });

  test("leaves out a default that is written as a selection, also if a class is added", () => {
    const slug = "classes-des-personnels";
    const staff = (rest: string, more = "") =>
      `classes: { 6A: {}, 6B: {}${more} }\npersonnels: { petit: { nom: PETIT${rest} } }`;
    same(slug, staff(""), staff(", classes: toutes"), staff(", classes: [6A, 6B]"), staff("", ", 6C: {}"));
    expect(changed(staff(", classes: [6A, 6B]"), staff(", classes: [6A, 6B]", ", 6C: {}"), slug)).toEqual([
      "personnels/petit",
    ]);
  });

  test("resolves selections of people by keyword and by fonction", () => {
    const slug = "reservation-salles-et-materiels";
    const room = (who: string) =>
      `personnels: { petit: { fonction: CPE }, durand: { fonction: CPE } }\nprofesseurs: { roux: {} }\nsalles: { CDI: { reservable-par: ${who} } }`;
    same(slug, room("CPE"), room("[petit, durand]"), room("personnels"));
    same(slug, room("professeurs"), room("[roux]"));
  });
});

test("a selection is resolved again when the names change, although its list is unchanged", () => {
  const { workspace } = fixture(`
classes:
  6A: { niveau: 6e }
personnels:
  petit: { nom: PETIT, classes: [6A] }
referentiels:
  Socle: { classes: 6e }
`);
  const [file] = workspace.files.values();
  const at = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
  const next = workspace.with([[file!.uri, changeFile(file!, at, "  6B: { niveau: 6e }\n")]]);
  const [before, after] = [workspace, next].map(({ snapshots }) => {
    const root = establishmentOf(snapshots[0]!).value;
    return ["classes-evaluees-referentiels", "classes-des-personnels"].map(
      (slug) => [...fingerprintOf(item(slug), root).values()][0],
    );
  });
  expect(after?.[0]).not.toBe(before?.[0]);
  // [6A] selected all classes, which is the default; now it selects one of two.
  expect(after?.[1]).not.toBe(before?.[1]);
});

describe("comparing with a recorded fingerprint", () => {
  const source = "professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }\n";

  test("a fingerprint of an unknown version counts as unchanged", () => {
    const later = new Map([...of(source, C1010)].map(([key]) => [key, "9:00000000"]));
    later.delete("professeurs/roux");
    expect(changesSinceFingerprint(later, item(C1010), root(source)).keys).toEqual([]);
  });

  test("a fingerprint with several versions is compared separately for each version", () => {
    const mixed = new Map([...of(source, C1010), ["professeurs/martin", "9:00000000"]]);
    expect(changesSinceFingerprint(mixed, item(C1010), root(source.replace("ROUX", "PETIT"))).keys).toEqual([
      "professeurs/roux",
    ]);
  });

  test("added, removed and changed keys are reported, with the number of all keys", () => {
    const since = (now: string) => changesSinceFingerprint(of(source, C1010), item(C1010), root(now));
    expect(since(source)).toEqual({ keys: [], of: 2 });
    expect(since(source.replace("ROUX", "PETIT"))).toEqual({ keys: ["professeurs/roux"], of: 2 });
    expect(since(source.replace("roux", "petit"))).toEqual({
      keys: ["professeurs/petit", "professeurs/roux"],
      of: 3,
    });
    expect(since("professeurs: {}\n")).toEqual({ keys: ["professeurs/martin", "professeurs/roux"], of: 2 });
  });

  test("an empty fingerprint means that no values were covered", () => {
    expect(changesSinceFingerprint(new Map(), item(C1010), root(source)).keys).toHaveLength(2);
  });
});

test("keys are paths, written as in a JSON Pointer", () => {
  expect(pointer(["classes", "6A/B~"])).toBe("classes/6A~1B~0");
  expect(pathOfPointer("classes/6A~1B~0~01")).toEqual(["classes", "6A/B~~1"]);
});

// The hash function must never change: version 1 would change with it.
test("hashes are those of version 1", () => {
  expect(["", "a", "é", '{"nom":"MARTIN"}'].map(hashOf)).toMatchInlineSnapshot(`
    [
      "00000000",
      "2b038801",
      "c8a87e93",
      "6f6ca03d",
    ]
  `);
});

function item(slug: string) {
  return itemBySlug.get(slug)!;
}

function root(source: string): MapValue {
  return establishmentOf(fixture(`${source}\n`).context.snapshot).value;
}

function of(source: string, slug: string): Fingerprint {
  return fingerprintOf(item(slug), root(source));
}

function changed(before: string, after: string, slug: string): readonly string[] {
  return changesSinceFingerprint(of(before, slug), item(slug), root(after)).keys;
}

function same(slug: string, first: string, ...others: readonly string[]): void {
  for (const other of others) expect([...of(other, slug)]).toEqual([...of(first, slug)]);
}
