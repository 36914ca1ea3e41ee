import { type Message, message } from "../base/message.ts";
import type { Outside, OutsideClasse } from "./outside.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";

/** What a class is taught, by national code, and what its MEF should be taught. */
interface Taught {
  readonly classe: OutsideClasse;
  /** By itself or in a group. */
  readonly codes: ReadonlySet<string>;
  /** As a whole class: what some choose is taught in groups. */
  readonly wholeClass: ReadonlySet<string>;
  readonly programme: ReadonlyMap<string, number>;
}

/**
 * Services that the programme of a class does not have, and subjects of it that all other classes of the same MEF are
 * taught and this one is not. Options that only some are taught are no such subjects.
 */
export function programmeFindings(outside: Outside): readonly SourceFinding[] {
  if (outside.programmes.length === 0 || outside.services.length === 0) return [];
  const taught = outside.classes.map((classe) => taughtTo(classe, outside));
  return [
    ...taught.flatMap((one) => outsideOf(one, outside)),
    ...taught.flatMap((one) => missingIn(one, taught, outside)),
  ];
}

function taughtTo(classe: OutsideClasse, { services, groupes, programmes }: Outside): Taught {
  const groups = new Set(groupes.filter((one) => one.classes.includes(classe.code)).map(({ code }) => code));
  const own = services.filter(({ of, code }) => (of === "classes" ? code === classe.code : groups.has(code)));
  const wanted = programmes.filter(({ mef }) => classe.mefs.includes(mef));
  return {
    classe,
    codes: new Set(own.map(({ matiere }) => matiere.code)),
    wholeClass: new Set(own.flatMap(({ of, matiere }) => (of === "classes" ? [matiere.code] : []))),
    programme: new Map(wanted.map(({ matiere, heures }) => [matiere, heures])),
  };
}

function outsideOf({ classe, programme }: Taught, { services }: Outside): readonly SourceFinding[] {
  if (programme.size === 0) return [];
  return services.flatMap(({ of, code, matiere, place }) => {
    const isOwn = of === "classes" && code === classe.code && matiere.code !== "";
    if (!isOwn || programme.has(matiere.code)) return [];
    return at(
      "off-programme",
      place,
      message("{0} of {1} is not in the programme of its MEF.", matiere.key, code),
    );
  });
}

function missingIn(
  { classe, codes, programme }: Taught,
  all: readonly Taught[],
  { matieres }: Outside,
): readonly SourceFinding[] {
  const mef = classe.mefs.join(" ");
  const others = all.filter((one) => one.classe !== classe && one.classe.mefs.join(" ") === mef);
  if (others.length === 0 || codes.size === 0) return [];
  return [...programme].flatMap(([code, heures]) => {
    if (heures === 0 || codes.has(code) || !others.every((one) => one.wholeClass.has(code))) return [];
    const name = matieres.find((one) => one.code === code)?.key ?? code;
    const told = message("{0} is not taught {1}, as all other classes of its MEF are.", classe.code, name);
    return at("missing-service", classe.place, told);
  });
}

function at(id: string, place: SourcePlace, told: Message): readonly SourceFinding[] {
  return [{ id, severity: "warning", source: place.source, place, message: told }];
}
