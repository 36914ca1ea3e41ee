import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { desiderataOutOfReach } from "./desiderata-out-of-reach.ts";

const parents = (wish: string) =>
  `Parents may enter their “${wish}” for “Novembre”, but the page for it is off in the Espace Parents.`;
const teachers = (wish: string) =>
  `Teachers may enter their “${wish}” for “Novembre”, but every profile in use refuses them the right.`;

test("reports wishes of parents whose page is off", () => {
  checkRule(
    desiderataOutOfReach,
    `
rencontres: { sessions: { Novembre: { desiderata: { responsables: { autorise: true } } } } }
#                                                                             ^^^^ ${parents("desiderata")}
espaces: { parents: { rubriques: { rencontres: { desiderata: false } } } }
`,
  );
  checkRule(
    desiderataOutOfReach,
    `
#- base.pronote.yaml
rencontres: { sessions: { Novembre: { indisponibilites: { responsables: { autorise: true } } } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
espaces:
  parents:
    rubriques:
      rencontres: false
#                 ^^^^^ ${parents("indisponibilites")}
`,
  );
});

test("reports wishes of teachers that every profile in use refuses", () => {
  checkRule(
    desiderataOutOfReach,
    `
rencontres: { sessions: { Novembre: { desiderata: { professeurs: { autorise: true } } } } }
#                                                                            ^^^^ ${teachers("desiderata")}
profils-professeurs:
  Profil 1: { autorisations: { rencontres: { acceder-aux-rencontres: false } } }
  Profil 2: { autorisations: { rencontres: { saisir-desiderata: false } } }
professeurs: { martin: {}, roux: { profil: Profil 2 } }
`,
  );
});

test("is silent where somebody can, where nothing is allowed, and where nothing is decided", () => {
  checkRule(
    desiderataOutOfReach,
    `
rencontres:
  sessions:
    A: { desiderata: { professeurs: { autorise: true }, responsables: { autorise: false } } }
    B: { desiderata: { responsables: { autorise: } } }
    C: { indisponibilites: { responsables: { autorise: true } } }
espaces: { parents: { rubriques: { rencontres: { desiderata: false } } } }
profils-professeurs: { Profil 1: { autorisations: { rencontres: { saisir-desiderata: false } } } }
professeurs: { martin: {}, roux: { profil: Profil 2 } }
`,
  );
  checkRule(
    desiderataOutOfReach,
    "rencontres: { sessions: { A: { desiderata: { professeurs: { autorise: true } } } } }\n",
  );
});

test("publishes the page, or ticks the right", () => {
  const text =
    "rencontres: { sessions: { A: { desiderata: { responsables: { autorise: true } } } } }\nespaces: { parents: { rubriques: { rencontres: { desiderata: false, planning: false } } } }\n";
  checkFix(desiderataOutOfReach, text, text.replace("desiderata: false", "desiderata: true"));
});
