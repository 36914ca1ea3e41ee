import { type Academie, type AcademieSchool, type Base, chainOf } from "./academie.ts";
import { communication } from "./communication.ts";
import { type Content, type Group, isGroup, overlaid, put } from "./content.ts";
import { ROOT } from "./establishment.ts";
import { distributed } from "./layers.ts";
import { network } from "./network.ts";
import { pedagogy } from "./pedagogy.ts";
import { people } from "./people.ts";
import { print } from "./print.ts";
import { schoolLife } from "./school-life.ts";
import type { Heir } from "./shared-texts.ts";
import { styleOf } from "./style.ts";

/** The texts of all files of an académie by URI, each in a style of its own. */
export function textsOf(academie: Academie): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const write = (path: string, content: Group): void => {
    const style = styleOf(academie.seed * 97 + texts.size);
    texts.set(encodeURI(`${ROOT}/${path}`), print(content, style).text);
  };
  const { bases, schools, chained } = academie;
  for (const { path, above, content } of bases)
    write(path, { ...(above && chained && { "herite-de": [relative(path, above)] }), ...content });
  schools.forEach((school, index) => {
    const named = chained ? [school.base] : chainOf(school.base);
    for (const part of distributed(ownContent(school, academie), academie.seed * 101 + index, false)) {
      const path = `${school.folder}/${part.path.slice("ecole/".length)}`;
      const isMarker = part.path === "ecole/etablissement.pronote.yaml";
      const inheriting = isMarker && { "herite-de": named.map((base) => relative(path, base)) };
      write(path, { ...inheriting, ...part.content });
    }
  });
  return texts;
}

function relative(from: string, { path }: Base): string {
  return "../".repeat(from.split("/").length - 1) + path;
}

/** What an establishment has to write itself: all but the leaves that its bases say in the same way. */
function ownContent(school: AcademieSchool, { bases }: Academie): Group {
  const chain = chainOf(school.base).map(
    ({ path }) => bases.find((base) => base.path === path)?.content ?? {},
  );
  const lower = chain.reduce<Group>((below, content) => overlaid(content, below), {});
  return without(contentOf(school), lower);
}

function without(content: Group, lower: Group): Group {
  const left = Object.entries(content).flatMap(([key, value]): readonly (readonly [string, Content])[] => {
    const below = lower[key];
    if (key === "deroulement") return [[key, value]];
    if (!isGroup(value) || !isGroup(below))
      return JSON.stringify(value) === JSON.stringify(below) ? [] : [[key, value]];
    const rest = without(value, below);
    return Object.keys(rest).length === 0 ? [] : [[key, rest]];
  });
  return Object.fromEntries(left);
}

/** What holds in an establishment, as far as its bases do not say more. */
function contentOf(school: Heir): Group {
  const content: Group = {
    ...network(school),
    ...pedagogy(school),
    ...people(school),
    ...communication(school),
    ...schoolLife(school),
  };
  const start = school.discussions ? content : withoutDiscussions(content);
  return [...switchesOf(school)].reduce((all, [path, value]) => put(all, path.split("/"), value), start);
}

/** What a school has a contract for or switches off, and what it then does not write. */
function* switchesOf(school: Heir): Generator<readonly [path: string, value: Content | undefined]> {
  if (school.maileva !== undefined) yield ["communication/courriers/maileva/contrat", school.maileva];
  if (!school.discussions) yield ["communication/discussions/actif", false];
  if (!school.meals) {
    yield ["demi-pension", { "decompte-automatique": false }];
    yield ["regimes", undefined];
    yield ["autorisations-sortie", undefined];
  }
  if (!school.internat) yield ["demi-pension/repas-du-soir", false];
  if (school.staffed) {
    yield ["personnels/roussel", { nom: "ROUSSEL", fonction: "CPE", "mode-vie-scolaire": "Profil 1" }];
    yield [
      "personnels/ferry",
      { nom: "FERRY", fonction: "Adjoint gestionnaire", "mode-administratif": "Administration" },
    ];
  }
  if (!school.emails) {
    yield ["responsables/coordonnees", { email: false }];
    yield ["espaces/parents/recuperation-mot-de-passe", undefined];
    yield ["preferences-contact/responsables", undefined];
  }
  if (!school.espaceEleves) {
    yield ["espaces/eleves", { publie: false }];
    yield ["ent/profils/eleves", undefined];
    yield ["informations-connexion/eleves", undefined];
  }
}

const OF_DISCUSSIONS = /^discussions|^contact(s|er)?-vie-scolaire$|^referents-harcelement$/;

function withoutDiscussions(content: Group): Group {
  const left = Object.entries(content).filter(([key]) => !OF_DISCUSSIONS.test(key));
  return Object.fromEntries(
    left.map(([key, value]) => [key, isGroup(value) ? withoutDiscussions(value) : value]),
  );
}
