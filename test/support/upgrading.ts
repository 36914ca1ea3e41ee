import type { LocalizedText } from "../../server/src/base/message.ts";
import { STATE_ORDER } from "../../server/src/checklist/state-words.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile, rangeOf } from "../../server/src/syntax/file.ts";
import recorded from "../version-0.1/recorded.json";
import { stepsOf } from "./analysis.ts";
import { findingsIn } from "./check.ts";
import { ROOT } from "./fixture.ts";

/** The states of the steps of some schools, by folder and slug. */
type States = { readonly [school: string]: { readonly [slug: string]: string } };

/** Something that is another than in version 0.1, in some schools, and where it has a reason. */
export interface UpgradeChange {
  /** The key of its reason. */
  readonly key: string;
  readonly was: string;
  readonly is: string;
  readonly where: string;
}

/** The words of a page that a program writes between `<!-- name -->` and `<!-- end -->`. */
export type PageSections = { readonly [name: string]: string };

const NEW_STEP: LocalizedText = { fr: "Une étape nouvelle.", en: "A new step." };

/** Why states changed, by what they were and are. A new step was `-`. */
export const STATE_REASONS: { readonly [change: string]: LocalizedText } = {
  "proved → decided": {
    fr: "Une décision prise une fois pour toutes s'achève en étant écrite.",
    en: "A decision that is taken once ends by being written.",
  },
  "proved → to-do": {
    fr: "Écrire n'est pas saisir : à faire dans PRONOTE, puis à cocher.",
    en: "To write is not to enter: it is to be done in PRONOTE, then ticked.",
  },
  "proved → waiting": {
    fr: "Écrire n'est pas saisir, et une étape antérieure est encore ouverte.",
    en: "To write is not to enter, and an earlier step is still open.",
  },
  "proved → to-write": {
    fr: "Ce qui est écrit ne dit pas encore tout ce que l'étape demande.",
    en: "What is written does not say yet all that the step asks for.",
  },
  "proved → blocked-by-error": {
    fr: "L'étape couvre plus de réglages, et une erreur se trouve dans l'un d'eux.",
    en: "The step covers more settings, and there is an error in one of them.",
  },
  "blocked-by-item → waiting": { fr: "L'état a changé de nom.", en: "The state has another name." },
  "blocked-by-error → to-write": {
    fr: "Ce qui ne dit rien (un profil sans droit, un personnel sans mode) ne compte plus comme écrit.",
    en: "What says nothing (a profile without a right, staff without a mode) no longer counts as written.",
  },
  "to-do → waiting": {
    fr: "Une étape antérieure, qui passait pour prouvée ou qui n'était pas demandée, est ouverte.",
    en: "An earlier step, which counted as proved or was not asked for, is open.",
  },
  "to-write → not-applicable": {
    fr: "Cela ne concerne pas ceux qui se connectent par l'ENT.",
    en: "It does not concern those who come in through the ENT.",
  },
  "to-write → done": {
    fr: "Ce qui a été coché reste fait ; ce qui n'est pas écrit est dit avec.",
    en: "What was ticked stays done; what is not written is told with it.",
  },
  "- → to-do": NEW_STEP,
  "- → waiting": NEW_STEP,
  "- → blocked-by-error": NEW_STEP,
};

/** Why findings came (`+ rule`), went (`- rule`) or have another severity (`~ rule`). */
export const FINDING_REASONS: { readonly [change: string]: LocalizedText } = {
  "+ moved-key": {
    fr: "Avec qui chacun discute se règle dans les fiches, non dans les profils : l'ancienne clé est lue, et le message dit où écrire le réglage.",
    en: "With whom somebody discusses is set in the forms, not in profiles: the old key is read, and the message says where to write the setting.",
  },
  "- competence-service-without-referentiel": {
    fr: "Un service sans notes peut n'avoir que des appréciations : il lui faut un référentiel seulement pour évaluer des compétences.",
    en: "A service without grades may have appreciations only: it needs a framework only for evaluating competences.",
  },
  "~ profil-cannot-enter-evaluations": {
    fr: "Sans le droit d'évaluer, des appréciations restent possibles : un avertissement suffit.",
    en: "Without the right to evaluate, appreciations are still possible: a warning will do.",
  },
};

/** The findings that are others than in version 0.1. */
export function findingChanges(workspace: Workspace): readonly UpgradeChange[] {
  const before = new Set(recorded.findings);
  const now = new Set(
    findingsIn({ workspace }).map(({ at, id, rule }) => {
      const file = workspace.files.get(at.block.uri);
      const line = file ? rangeOf(file, at).start.line + 1 : 0;
      return `${at.block.uri.slice(ROOT.length + 1)}:${line} ${id} ${rule.severity}`;
    }),
  );
  const parts = (finding: string) => finding.split(" ") as [where: string, rule: string, severity: string];
  const came = [...now].filter((one) => !before.has(one)).map(parts);
  const went = [...before].filter((one) => !now.has(one)).map(parts);
  const same = ([where, rule]: readonly string[], other: readonly string[]) =>
    where === other[0] && rule === other[1];
  return [
    ...went.map((one) => {
      const [where, rule, was] = one;
      const is = came.find((other) => same(one, other))?.[2] ?? "";
      return { key: `${is === "" ? "-" : "~"} ${rule}`, was, is, where };
    }),
    ...came
      .filter((one) => !went.some((other) => same(one, other)))
      .map(([where, rule, is]) => ({ key: `+ ${rule}`, was: "", is, where })),
  ];
}

/** The steps that are in another state than in version 0.1, for the schools with all steps ticked, or without a tick. */
export function stateChanges(workspace: Workspace, kind: "ticked" | "unticked"): readonly UpgradeChange[] {
  const before: States = recorded[kind];
  const now = statesIn(kind === "ticked" ? workspace : withoutTicks(workspace));
  return Object.entries(before).flatMap(([school, old]) =>
    Object.entries(now[school] ?? {}).flatMap(([slug, is]) => {
      const was = old[slug] ?? "-";
      return was === is ? [] : [{ key: `${was} → ${is}`, was, is, where: `${school} ${slug}` }];
    }),
  );
}

/** The tables of the page. */
export function upgradeSections(workspace: Workspace): PageSections {
  const found = findingChanges(workspace);
  return {
    findings:
      found.length === 0
        ? `${recorded.findings.length} constats, les mêmes. · ${recorded.findings.length} findings, the same.`
        : findingTable(found),
    counts: countTable(workspace),
    unticked: stateTable(stateChanges(workspace, "unticked")),
    ticked: stateTable(stateChanges(workspace, "ticked")),
  };
}

/** A page with its sections written anew. */
export function withSections(page: string, sections: PageSections): string {
  return Object.entries(sections).reduce(
    (text, [name, words]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n\n)[\\s\\S]*?(\n\n<!-- end -->)`),
        (_, before: string, after: string) => before + words + after,
      ),
    page,
  );
}

function withoutTicks(workspace: Workspace): Workspace {
  const ticks = [...workspace.files.keys()].filter((uri) => uri.endsWith("/deroulement.pronote.yaml"));
  return workspace.with(ticks.map((uri) => [uri, parseFile(uri, "")]));
}

function statesIn({ snapshots }: Workspace): States {
  return Object.fromEntries(
    snapshots
      .filter(({ establishment }) => establishment)
      .map((snapshot) => [
        snapshot.folder.slice(ROOT.length + 1),
        Object.fromEntries(stepsOf(snapshot).map(({ item, state }) => [item.slug, state])),
      ]),
  );
}

function findingTable(changes: readonly UpgradeChange[]): string {
  const rows = [...grouped(changes, ({ key }) => key)].map(([key, list]) => {
    const reason = FINDING_REASONS[key];
    const { was = "", is = "" } = list[0] ?? {};
    const places = list.map(({ where }) => where).join(", ");
    return [key.slice(2), was || "–", is || "–", reason?.fr ?? "?", reason?.en ?? "?", places];
  });
  return table(["règle · rule", "0.1", "0.2", "pourquoi", "why", "où · where"], rows);
}

function stateTable(changes: readonly UpgradeChange[]): string {
  const rows = [...grouped(changes, ({ key }) => key)].map(([key, list]) => {
    const reason = STATE_REASONS[key];
    const bySchool = [...grouped(list, ({ where }) => where.split(" ")[0] ?? "")].map(
      ([school, own]) =>
        `*${school}* (${own.length}): ${own.map(({ where }) => where.split(" ")[1]).join(", ")}`,
    );
    return [key, reason?.fr ?? "?", reason?.en ?? "?", bySchool.join("; ")];
  });
  return table(["0.1 → 0.2", "pourquoi", "why", "étapes · steps"], rows);
}

/** How many steps are in each state, without a tick. */
function countTable(workspace: Workspace): string {
  const now = statesIn(withoutTicks(workspace));
  const before: States = recorded.unticked;
  const schools = Object.keys(before).filter((school) => !school.includes("corriger"));
  const states = [
    ...new Set([...STATE_ORDER, ...schools.flatMap((school) => Object.values(before[school] ?? {}))]),
  ];
  const count = (all: States, school: string, state: string) =>
    String(Object.values(all[school] ?? {}).filter((one) => one === state).length);
  return table(
    ["état · state", ...schools.flatMap((school) => [`${school}, 0.1`, "0.2"])],
    states.map((state) => [
      state,
      ...schools.flatMap((school) => [count(before, school, state), count(now, school, state)]),
    ]),
  );
}

function grouped(
  changes: readonly UpgradeChange[],
  by: (change: UpgradeChange) => string,
): ReadonlyMap<string, UpgradeChange[]> {
  const groups = new Map<string, UpgradeChange[]>();
  for (const change of changes) groups.set(by(change), [...(groups.get(by(change)) ?? []), change]);
  return groups;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
