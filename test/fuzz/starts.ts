import { pageOf } from "../../server/src/rules/api/page.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Dice } from "../corpus/dice.ts";
import { filesIn } from "../support/fixture.ts";
import { LANGUAGE_EXAMPLE } from "../support/language-example.ts";
import type { Texts } from "./history.ts";

const ONE_FILE = `
etablissement: { rne: 0759998K, nom: Collège des Tilleuls, type: college, annee-scolaire: 2026-2027, chef-etablissement: dupont }
hebergement: { mode: heberge }
licence: { utilisateurs-administratifs: 2, professeurs: 3 }
edt: { licence: monoposte, debut-evaluation: 2026-08-01 }
personnels:
  dupont: { nom: DUPONT, fonction: Principal, mode-administratif: Administration, spr: true }
  durand:
    nom: DURAND
    fonction: CPE
    mode-vie-scolaire: Profil 1
    coordonnees: { email: false, mobile: true }
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX, prenom: Hugo, profil: Vacataires }
profils-professeurs:
  Vacataires: { comme: Profil 1, autorisations: { notes: { saisir-devoirs: true } } }
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 2: { debut: 2026-11-30, fin: 2027-03-05 }
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 }
classes:
  6A: { periodicite: trimestriel, professeur-principal: martin, services: { FRANC: martin, EPS: roux } }
  # rentree-ignore unused-declaration: elle ouvre en janvier
  6B:
    periodicite: trimestriel
    services:
      FRANC: { professeurs: [martin], coefficient: 2 }
      EPS: roux
`;

const MEMBERS = `
#- college/classes.pronote.yaml
classes:
  6A: { niveau: 6e, professeur-principal: martin, services: { FRANC: martin, EPS: roux } }
  6B: { niveau: 6e, services: { FRANC: martn, EPS: [] } }
  5A: { niveau: 5e, professeur-principal: roux }
groupes-eleves:
  LATIN: { classes: [6A, 6B], services: { LATIN: martin } }
#- college/deroulement.pronote.yaml
deroulement:
  creation-base: { fait: 2026-08-20, par: principale, annee: 2026-2027 }
  inscription-sms: { fait: 2026-08-24, par: gestionnaire, annee: 2026-2027, empreinte: { communication/sms/contrat: "1:5ca87109" } }
  classe-rattachement-ulis: { sans-objet: pas de dispositif ULIS dans le collège, par: principale }
#- college/etablissement.pronote.yaml
etablissement: { rne: 0759998K, nom: Collège des Tilleuls, type: college, annee-scolaire: 2026-2027 }
hebergement: { mode: non-heberge }
communication: { sms: { contrat: true }, e-mails: { delegation-serveur: false, service: index-education } }
edt: { licence: monoposte, debut-evaluation: 2026-08-01 }
#- college/suite/niveaux.pronote.yaml
niveaux:
  6e:
    periodicite: trimestriel
    services:
      FRANC: { coefficient: 3 }
      EPS: { coefficient: 1 }
  5e: { comme: 6e, services: { EPS: ~ } }
#- college/suite/professeurs.pronote.yaml
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX, email-professionnel: roux@ac-exemple.fr }
  hamel: { nom: HAMEL, email-professionnel: roux@ac-exemple.fr }
`;

const TWO_ON_A_BASE = `
#- academie.pronote.yaml
herite-de: commun/droits.pronote.yaml
profils-professeurs:
  Profil 1:
    autorisations:
      notes: { saisir-devoirs: true }
      competences: { saisir-evaluations: true }
niveaux:
  6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 2 }, EPS: {} } }
preferences-contact:
  responsables: { courriers: true, sms: true }
#- college/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759998K, nom: Un }
hebergement: { mode: heberge }
professeurs: { martin: { nom: MARTIN, profil: Documentaliste } }
classes:
  6A: { niveau: 6e, services: { FRANC: martin } }
  6B: { comme: 6A, services: { EPS: martin } }
profils-professeurs: { Documentaliste: { comme: Profil 1 } }
#- commun/droits.pronote.yaml
groupes-utilisateurs:
  Gestion: { comme: Administration }
communication: { sms: { contrat: false } }
edt: { licence: monoposte, debut-evaluation: 2026-08-01 }
deroulement:
  revue-profils-professeurs: { fait: 2026-08-24, par: c.durand, annee: 2026-2027 }
#- lycee/etablissement.pronote.yaml
herite-de: [../academie.pronote.yaml, ../absente.pronote.yaml]
etablissement: { rne: 0759901E, nom: Deux }
niveaux: { 6e: { services: { EPS: ~ } } }
classes: { 6A: { niveau: 6e } }
`;

const ANCHORS = `
etablissement: { rne: 0759998K, nom: Ancres }
professeurs:
  martin: &martin { nom: MARTIN, coordonnees: &connues { email: true, mobile: false } }
  roux: { nom: ROUX, coordonnees: *connues }
  hamel: { <<: *martin, prenom: Lou }
classes:
  6A:
    services: &services
      FRANC: &service { professeurs: &qui [martin, roux], coefficient: 2 }
      EPS: *service
      MATHS: { professeurs: *qui }
  6B: &classe
    services: *services
    periodicite: &rythme trimestriel
  6C: *classe
  6D: { <<: [*classe, *martin], periodicite: *rythme, services: { <<: *services, EPS: hamel } }
  6E: &classe { services: { FRANC: *absente, SVT: &boucle { professeurs: *boucle } } }
  6F: *classe
niveaux:
  6e: { services: *services }
`;

/** Anchors that are defined again, and aliases in anchored nodes; each class is a block of its own. */
const ALIASES = `
licence: { professeurs: &a 2, utilisateurs-administratifs: *b }
professeurs:
  martin: { nom: &n MARTIN, coordonnees: &c { email: true } }
  roux: { nom: *n, coordonnees: *c, profil: *c }
matieres: &b { FRANC: { libelle: *n } }
niveaux:
  6e: { services: &a { FRANC: { coefficient: *a, professeurs: &p [martin, roux] } } }
  5e: { services: *a, periodicite: *p }
classes:
${"\n".repeat(30)}
  6A: { services: *a }
  6B: { services: { EPS: { professeurs: *p }, <<: *a } }
  6C: &a { services: *a, professeur-principal: &n roux }
  6D: *a
groupes-eleves:
  G: { classes: &k [6A, *b], services: *a }
  H: { <<: *a, classes: *k, professeur-principal: *n }
`;

/** Long enough for nested container blocks. */
const LONG = `
etablissement: { rne: 0759998K }
professeurs:
${Array.from({ length: 34 }, (_, i) => `  p${i}: { nom: N${i} }`).join("\n")}
classes:
  # la première
  6A:
    niveau: 6e
    services:
${Array.from({ length: 33 }, (_, i) => `      M${i}: p${i}`).join("\n")}
  6B: { niveau: 6e, services: { M1: p1 } }
`;

const BROKEN = `
etablissement:
  rne: 0759998K
  nom: "Collège
hebergement: { mode: heberge
classes:
  6A:
    services:
      FRANC: martin
     EPS: roux
  6B: { services: [ }
\tmobile: true
professeurs:
  martin: nom: MARTIN
  roux { nom: ROUX }
  - hamel
niveaux:
6e:
  periodicite: trimestriel
---
base: { nom: autre }
`;

const COMMENTED = `
# rentree-ignore-file unused-declaration unfinished: repris de l'an dernier
etablissement: { rne: 0759998K }
classes:
  # rentree-ignore unknown-reference: il arrive en septembre
  6A: { services: { FRANC: inconnu } }
  6B: { services: { EPS: inconnu } } # rentree-ignore unknown-reference: trop tard
  # rentree-ignore unknown-key
  6C:
    # rentree-ignore boolean-word wrong-type: vu
    services: { FRANC: { actif: oui } }
# rentree-ignore absurd-coefficient: rien
professeurs:
  martin:
`;

const CIRCLES = `
#- a/etablissement.pronote.yaml
herite-de: ../b.pronote.yaml
profils-professeurs:
  Un: { comme: Deux }
  Deux: { comme: Trois, autorisations: { notes: { saisir-devoirs: false } } }
  Trois: { comme: Un }
niveaux: { 6e: { comme: 5e }, 5e: { comme: 4e } }
classes: { 6A: { comme: 6B, niveau: 6e }, 6B: { comme: 6C }, 6C: { niveau: 5e } }
#- a/sous/etablissement.pronote.yaml
etablissement: { rne: 0759998K }
herite-de: ../etablissement.pronote.yaml
#- b.pronote.yaml
herite-de: c.pronote.yaml
niveaux: { 4e: { periodicite: semestriel } }
#- c.pronote.yaml
herite-de: [b.pronote.yaml, a/etablissement.pronote.yaml]
classes: { 6C: ~ }
`;

const OWN = [
  ONE_FILE,
  MEMBERS,
  TWO_ON_A_BASE,
  ANCHORS,
  ALIASES,
  LONG,
  BROKEN,
  COMMENTED,
  CIRCLES,
  LANGUAGE_EXAMPLE,
];
const EXAMPLES = rules.flatMap(({ docs }) => [...pageOf(docs).bad, ...pageOf(docs).good]);

/** One of the short workspaces above, which use anchors, inheritance, bases and invalid YAML. */
export function ownStart(dice: Dice): Texts {
  return textsOf(dice.pick(OWN), dice);
}

/** The examples of several rules as one workspace. */
export function exampleStart(dice: Dice): Texts {
  return textsOf(examples(dice), dice);
}

/** The files of a source, with random line ends, byte order marks and the like. */
function textsOf(source: string, dice: Dice): Texts {
  return Object.fromEntries(filesIn(source).map(([path, text]) => [path, styled(text, dice)]));
}

/** The examples of several rules as members of one establishment. */
function examples(dice: Dice): string {
  const chosen = Array.from({ length: 2 + dice.of(3) }, () => dice.pick(EXAMPLES));
  return chosen
    .flatMap((example, index) =>
      filesIn(example).map(([path, text]) => {
        const member = path.replace(
          /(?:^|(?<=\/))etablissement\.(?=pronote)/,
          index === 0 ? "etablissement." : `m${index}.`,
        );
        return `#- ${member}\n${text.endsWith("\n") ? text : `${text}\n`}`;
      }),
    )
    .join("");
}

function styled(text: string, dice: Dice): string {
  const ways: readonly (readonly [percent: number, way: (text: string) => string])[] = [
    [15, (one) => `---\n${one}`],
    [8, (one) => `# relu en août\n\n${one}`],
    [10, (one) => one.replace(/\n$/, "")],
    [20, (one) => one.replace(/\n/g, "\r\n")],
    [8, (one) => `\uFEFF${one}`],
  ];
  return ways.reduce((one, [percent, way]) => (dice.chance(percent) ? way(one) : one), text);
}
