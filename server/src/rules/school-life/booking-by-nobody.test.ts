import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { bookingByNobody } from "./booking-by-nobody.ts";

const OFF =
  "{ autorisations: { reserver-salle-materiel: { pour-les-nouveaux-cours: false, pour-ses-cours: false } } }";
const says = (room: string) =>
  `“${room}” is open to booking, but all who may book it are refused the right in their profile or group: nobody can.`;

test("reports, once, rooms that nobody can book", () => {
  checkRule(
    bookingByNobody,
    `
profils-professeurs:
  Profil 1:
    autorisations:
      reserver-salle-materiel:
        pour-les-nouveaux-cours: false
#                                ^^^^^ ${says("CDI")} (2 times)
        pour-ses-cours: false
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX, profil: Profil 1 } }
salles: { CDI: { reservable-par: professeurs } }
materiels: { Valise: { reservable-par: [martin] } }
`,
  );
});

test("is reported on the room where a base refuses the right; fonctions and groups are known", () => {
  checkRule(
    bookingByNobody,
    `
#- base.pronote.yaml
groupes-utilisateurs: { CPE: { autorisations: { gestion-par-semaine-et-absences: { reserver-salle-materiel: false } } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
personnels: { leroy: { fonction: CPE-adjoint, mode-administratif: CPE } }
salles:
  CDI:
    reservable-par: CPE-adjoint
#   ^^^^^^^^^^^^^^ ${says("CDI")}
`,
  );
});

test("is silent where somebody may, or may be allowed to", () => {
  checkRule(
    bookingByNobody,
    `
profils-professeurs: { Profil 1: ${OFF}, Profil 2: { autorisations: { reserver-salle-materiel: { pour-ses-cours: false } } } }
professeurs: { martin: { nom: MARTIN }, roux: { profil: Profil 2 }, petit: { profil: Profil 3 }, blanc: { profil: } }
personnels: { leroy: { fonction: CPE } }
salles:
  A: { reservable-par: [martin, roux] }
  B: { reservable-par: [martin, petit] }
  C: { reservable-par: [martin, blanc] }
  D: { reservable-par: [martin, leroy] }
  E: { reservable-par: martin, gestionnaires: leroy }
  F: { reservable-par: [] }
  G: { reservable-par: [martin, inconnu] }
`,
  );
});

test("ticks the right", () => {
  const text = `profils-professeurs: { Profil 1: ${OFF} }\nprofesseurs: { martin: {} }\nsalles: { A: { reservable-par: martin } }\n`;
  checkFix(bookingByNobody, text, text.replace("false", "true"));
});
