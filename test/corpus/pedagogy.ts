import { withComme } from "./comme.ts";
import type { Content, Group } from "./content.ts";
import type { Niveau, School, Teacher } from "./facts.ts";
import { inPart, partOf } from "./parts.ts";

const PERIODES = {
  trimestriel: [
    ["Trimestre 1", "2026-09-01", "2026-11-27", "2026-12-04"],
    ["Trimestre 2", "2026-11-30", "2027-03-05", "2027-03-12"],
    ["Trimestre 3", "2027-03-08", "2027-07-02", "2027-07-02"],
  ],
  semestriel: [
    ["Semestre 1", "2026-09-01", "2027-01-29", "2027-02-05"],
    ["Semestre 2", "2027-02-01", "2027-07-02", "2027-07-05"],
  ],
} as const;

/** The periods, matières, niveaux, classes, groups and frameworks of a school. */
export function pedagogy(school: School): Group {
  const { dice: d, niveaux } = school;
  const scale = school.college && d.chance(25) ? niveaux[0]?.name : undefined;
  const framework = scale !== undefined || d.chance(40);
  const maquettes = d.chance(50);
  const shared = d.chance(75);
  const part = partOf(school);
  return {
    ...(d.chance(85) && { periodes: periodes(school) }),
    matieres: matieres(school),
    ...((shared || part) && {
      niveaux: {
        ...(shared &&
          Object.fromEntries(
            niveaux.map((niveau) => [niveau.name, niveauValue(school, niveau, scale, maquettes)]),
          )),
        ...(part && { [part.name]: { comme: part.niveau } }),
      },
    }),
    classes: withComme(d, inPart(classes(school, { shared, scale, maquettes }), part)),
    ...(d.chance(40) && { "groupes-eleves": groups(school, scale) }),
    ...(maquettes && { maquettes: maquettesSaid(school) }),
    ...(framework && { referentiels: frameworks(school) }),
  };
}

function periodes({ dice: d, periodicite }: School): Group {
  const written = Object.fromEntries(
    PERIODES[periodicite].map(([name, debut, fin, publication]) => [
      name,
      {
        debut,
        fin,
        ...(d.chance(40) && { "publication-bulletins": publication }),
        ...(d.chance(30) && { "publication-releves": debut }),
      },
    ]),
  );
  const year: Group = { Année: { debut: "2026-09-01", fin: "2027-07-02" } };
  return { [periodicite]: written, ...(d.chance(20) && { "annee-continue": year }) };
}

function matieres({ dice: d, niveaux }: School): Group {
  const names = new Set(niveaux.flatMap((niveau) => niveau.matieres));
  return Object.fromEntries(
    [...names].map((name, index) => {
      const code = String(20700 + index * 100).padStart(6, "0");
      const long = `Matière ${name}, enseignée à tous`;
      return [name, d.pick<Content>([{ libelle: long }, { libelle: long, code }, {}, { code }])];
    }),
  );
}

/** The values that all classes of a niveau share. */
function niveauValue(school: School, niveau: Niveau, scale: string | undefined, maquettes: boolean): Group {
  const { dice: d } = school;
  const services = Object.fromEntries(
    niveau.matieres.flatMap((name, index): readonly (readonly [string, Content])[] => {
      if (scale === niveau.name) return [[name, { mode: "sans-notes" }]];
      if (index % 3 === 2) return [];
      return [
        [
          name,
          d.pick<Content>([{ coefficient: 2 }, { coefficient: 1.5, modalite: "CG" }, { mode: "avec-notes" }]),
        ],
      ];
    }),
  );
  return { ...gradingOf(school, niveau.name, scale, maquettes), ...(d.chance(90) && { services }) };
}

function gradingOf(
  { dice: d, periodicite, college }: School,
  niveau: string,
  scale: string | undefined,
  maquettes: boolean,
): Group {
  const [first, , end, later] = PERIODES[periodicite][0];
  return {
    periodicite,
    ...(college && scale === niveau && { positionnement: "echelle-1-4" }),
    ...(college && scale !== niveau && d.chance(20) && { positionnement: "avec-notes" }),
    ...(maquettes && { "maquette-bulletin": "Bulletin commun", "maquette-releve": "Relevé de notes" }),
    ...(maquettes && { "maquette-bulletin-par-periode": { [first]: "Bulletin d'automne" } }),
    ...(d.chance(25) && {
      cloture: { [first]: d.pick<Content>([{ notes: "immediate" }, { notes: end, appreciations: later }]) },
    }),
  };
}

/** How the classes are graded. */
interface Grading {
  /** The niveau that is assessed by competences only. */
  readonly scale: string | undefined;
  /** Whether the niveaux say what their classes share. */
  readonly shared: boolean;
}

/** The classes. Each has the matières of its niveau, with the teachers of a matière in turn. */
function classes(
  school: School,
  { maquettes, ...grading }: Grading & { readonly maquettes: boolean },
): Group {
  const { dice: d, niveaux } = school;
  let turn = 0;
  return Object.fromEntries(
    niveaux.flatMap((niveau) =>
      niveau.classes.map((name) => {
        turn++;
        const services = servicesOf(school, niveau, grading, turn);
        const teachesHere = teacherAt(school, niveau.matieres[0] ?? "", turn);
        const content: Group = {
          niveau: niveau.name,
          ...(!grading.shared && gradingOf(school, niveau.name, grading.scale, maquettes)),
          ...(d.chance(30) && { libelle: `Classe ${name}` }),
          ...(d.chance(70) && { "professeur-principal": [teachesHere.key] }),
          services,
        };
        return [name, content];
      }),
    ),
  );
}

function servicesOf(school: School, niveau: Niveau, { scale, shared }: Grading, turn: number): Group {
  const { dice: d } = school;
  return Object.fromEntries(
    niveau.matieres.map((matiere) => {
      const professeurs =
        turn === 1
          ? teachersOf(school, matiere).map(({ key }) => key)
          : [teacherAt(school, matiere, turn).key];
      const parts: Group = {
        "sous-services": { Écrit: { coefficient: 2 }, "À l'oral": { coefficient: 1, professeurs } },
      };
      const hasGrades = scale !== niveau.name;
      const graded = hasGrades && !shared && d.chance(40) ? { coefficient: 1 + d.of(4) } : {};
      return [
        matiere,
        {
          professeurs,
          ...(!hasGrades && !shared && { mode: "sans-notes" }),
          ...graded,
          ...(professeurs.length > 1 && d.chance(50) && { "co-enseignement": true }),
          ...(d.chance(8) && parts),
          ...(d.chance(6) && { facultatif: true, bonus: hasGrades }),
          ...(d.chance(5) && { modalite: "TD", periode: PERIODES[school.periodicite][0][0] }),
          ...(hasGrades &&
            d.chance(5) && { "coefficient-par-periode": { [PERIODES[school.periodicite][1][0]]: 3 } }),
        },
      ];
    }),
  );
}

function teachersOf({ teachers }: School, matiere: string): readonly Teacher[] {
  return teachers.filter((teacher) => teacher.matiere === matiere);
}

function teacherAt(school: School, matiere: string, turn: number): Teacher {
  const list = teachersOf(school, matiere);
  return list[turn % list.length] as Teacher;
}

function groups(school: School, scale: string | undefined): Group {
  const { dice: d, niveaux, periodicite } = school;
  const niveau = niveaux.at(-1) as Niveau;
  const [matiere = ""] = niveau.matieres;
  const mode = scale === niveau.name ? { mode: "sans-notes" } : {};
  const professeurs = [teacherAt(school, matiere, 1).key];
  const group: Group = {
    classes: d.pick<readonly string[]>([[niveau.name], niveau.classes, ["toutes"]]),
    ...(d.chance(50) && { periodicite, libelle: "Groupe de langue" }),
    services: {
      [matiere]: {
        professeurs,
        ...(scale === undefined ? {} : { mode: "sans-notes" }),
        ...mode,
        modalite: "TP",
      },
    },
  };
  return { "GR-1": group, ...(d.chance(40) && { "GR 2": { comme: "GR-1", libelle: "Second groupe" } }) };
}

function maquettesSaid({ dice: d }: School): Group {
  return {
    "Bulletin commun": { type: "bulletin" },
    "Bulletin d'automne": {
      comme: "Bulletin commun",
      ...(d.chance(50) && { note: "à revoir : en conseil" }),
    },
    "Relevé de notes": { type: "releve", libelle: "Relevé de notes #1" },
  };
}

function frameworks({ dice: d }: School): Group {
  return {
    "Socle commun": {
      type: d.pick(["par-matiere", "par-domaine"]),
      ...(d.chance(50) && { cycle: 4 }),
      classes: ["toutes"],
      "niveaux-maitrise": {
        "Maîtrise insuffisante": { code: "1", points: 1 },
        "Maîtrise fragile": { points: 2, couleur: "#e0a030" },
        "Très bonne maîtrise": { points: 4 },
      },
    },
    ...(d.chance(40) && { "Socle, suite": { comme: "Socle commun", cycle: 3 } }),
  };
}
