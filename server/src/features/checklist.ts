import type { Analysis } from "../analysis/analysis.ts";
import { isOnPrivateLine, withoutPrivateNames } from "../analysis/conceal.ts";
import { localizerFor } from "../base/localize.ts";
import type { Language } from "../base/message.ts";
import { baseName, folderOf } from "../base/uri.ts";
import { withoutHiddenTexts } from "../checklist/hidden-texts.ts";
import { isOpen, isTickable } from "../checklist/state.ts";
import type { ChecklistStep, ProofVerdict } from "../checklist/step.ts";
import { stepsOf } from "../checklist/steps.ts";
import { establishmentOf } from "../model/establishment.ts";
import { isMarker } from "../model/layout.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import { itemBySlug, phases } from "../schema/checklist.ts";
import { type Menu, menuClicks, menuText } from "../schema/menu.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { shownPath } from "../syntax/private-names.ts";
import { datumIn, tellsSecret } from "../syntax/private-text.ts";
import type { Span } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import type { ItemProof } from "./item-proof.ts";
import { isOverdue, orderOfSteps } from "./next-steps.ts";
import type { ChecklistItem, ChecklistPlace, EstablishmentChecklist } from "./protocol.ts";

/** What a checklist is made with: the engine, the language, and the client's names of files. */
export type ChecklistContext = Pick<Context, "analysis" | "language" | "uri">;

/** The checklist of every establishment, in a language. */
export function checklist(
  snapshots: readonly Snapshot[],
  { analysis, language, uri }: ChecklistContext,
): EstablishmentChecklist[] {
  return snapshots
    .filter(({ establishment }) => establishment)
    .map((snapshot) => {
      const { items, ...list } = checklistOf(analysis, snapshot, language);
      const named = items.map((item) => (item.place ? { ...item, place: renamed(item.place, uri) } : item));
      return {
        ...list,
        uri: folderNamed(snapshot, uri),
        phases: phases.map(({ id, title }) => ({
          id,
          title: title[language],
          items: named.filter(({ slug }) => itemBySlug.get(slug)?.phase === id),
        })),
      };
    });
}

/** The URI of an establishment's folder as the client knows it: beside its marker. */
export function folderNamed(snapshot: Snapshot, uri: (canonical: string) => string): string {
  const marker = snapshot.members.find((file) => isMarker(file.uri));
  return marker ? folderOf(uri(marker.uri)) : snapshot.folder;
}

/** A place by the client's name of its file. */
export function renamed(place: ChecklistPlace, uri: (canonical: string) => string): ChecklistPlace {
  return { ...place, uri: uri(place.uri) };
}

interface EstablishmentList extends Omit<EstablishmentChecklist, "phases" | "uri"> {
  readonly items: readonly ChecklistItem[];
}

const lists = new WeakMap<Snapshot, Map<Language, EstablishmentList>>();

function checklistOf(analysis: Analysis, snapshot: Snapshot, language: Language): EstablishmentList {
  const known = lists.get(snapshot) ?? new Map<Language, EstablishmentList>();
  lists.set(snapshot, known);
  const list = known.get(language) ?? made(analysis, snapshot, language);
  known.set(language, list);
  return list;
}

function made(analysis: Analysis, snapshot: Snapshot, language: Language): EstablishmentList {
  const steps = stepsOf(snapshot, analysis.establishmentFindings(snapshot), analysis.onFault);
  const applicable = steps.filter(({ state }) => state !== "not-applicable");
  const order = orderOfSteps(steps, snapshot.today);
  return {
    name: nameOf(snapshot),
    items: steps.map((step, index) => ({ ...itemOf(snapshot, step, language), next: order[index] ?? index })),
    total: applicable.length,
    settled: applicable.filter(({ state }) => !isOpen(state)).length,
    blocked: applicable.filter(({ state }) => state === "blocked-by-error").length,
  };
}

/** The name of an establishment; that of its folder where it is not written. */
export function nameOf(snapshot: Snapshot): string {
  const name = establishmentOf(snapshot).value.get("etablissement")?.get("nom");
  if (!name) return shownPath(baseName(snapshot.folder));
  return isOnPrivateLine(name.node, fileOf(snapshot, name.node)) ? "…" : shownPath(name.value);
}

/** A step in a language. Its place has the canonical URI. */
export function itemOf(snapshot: Snapshot, whole: ChecklistStep, language: Language): ChecklistItem {
  const step = withoutHiddenTexts(whole, snapshot);
  const { item, state, tick, proof } = step;
  const place = placeOf(snapshot, step);
  return {
    slug: item.slug,
    ...spoken(step, language),
    state,
    open: isOpen(state),
    ...menuOf(item.menu, snapshot, language),
    rgpd: item.rgpd,
    ...(place ? { place } : undefined),
    detailed: hasDetails(step),
    tickable: isTickable(state),
    ...(isOverdue(step, snapshot.today) ? { overdue: true } : undefined),
    ...(tick?.pour === undefined ? undefined : { pour: shownTick(tick.pour) }),
    ...(tick?.avant === undefined ? undefined : { avant: shownTick(tick.avant) }),
    ...((tick?.fait ?? tick?.sansObjet) !== undefined ? { reopenable: true } : undefined),
    ...(tick?.fait === undefined
      ? undefined
      : {
          fait: {
            date: tick.fait,
            ...(tick.par === undefined ? undefined : { par: shownTick(tick.par) }),
            ...(tick.note === undefined ? undefined : { note: shownTick(tick.note) }),
          },
        }),
    ...(proof ? { preuve: shownProof(proof, language) } : undefined),
  };
}

function shownProof({ list, day, rows, agrees, isOld, why }: ProofVerdict, language: Language): ItemProof {
  const known = rows === undefined ? undefined : { lues: rows };
  return { liste: list, du: day, ...known, agrees, isOld, why: localizerFor(language)(why) };
}

/** What a person wrote, unless it holds personal data or a secret: a checklist is printed, and handed on. */
export function shownTick(text: string): string {
  return datumIn(text, "comment") !== undefined || tellsSecret(text) ? "…" : text;
}

/** Where it is entered in the establishment's version, else in the nearest that is known, which is named. */
export function menuPath(menu: Menu, snapshot: Snapshot, language: Language): string {
  return localizerFor(language)(menuText(menu, versionOf(snapshot)));
}

function menuOf(
  menu: Menu | undefined,
  snapshot: Snapshot,
  language: Language,
): Pick<ChecklistItem, "path" | "menu"> | undefined {
  if (menu === undefined) return undefined;
  return { path: menuPath(menu, snapshot, language), menu: menuClicks(menu, versionOf(snapshot)) };
}

/** The year of the PRONOTE that an establishment uses. */
export function versionOf(snapshot: Snapshot): string | undefined {
  const about = establishmentOf(snapshot).value.get("etablissement");
  return about?.get("version")?.value ?? about?.get("annee-scolaire")?.value.slice(0, 4);
}

type LocalizedItem = Pick<ChecklistItem, "title" | "longTitle" | "what" | "why">;
const said = new WeakMap<ChecklistStep, Map<Language, LocalizedItem>>();

/** The words of a step, put together once as long as it stays as it is. */
function spoken(step: ChecklistStep, language: Language): LocalizedItem {
  const known = said.get(step) ?? new Map<Language, LocalizedItem>();
  said.set(step, known);
  const localize = localizerFor(language);
  const text = known.get(language) ?? {
    title: localize(step.item.title),
    ...(step.item.longTitle ? { longTitle: localize(step.item.longTitle) } : undefined),
    what: localize(step.item.what),
    why: localize(withoutPrivateNames(step.why)),
  };
  known.set(language, text);
  return text;
}

/** Whether anything stands behind a step: values, what it waits for, what a person wrote. */
function hasDetails({ item, state, at, tick, waitsFor = [] }: ChecklistStep): boolean {
  if (state === "not-applicable") return tick !== undefined;
  return at !== undefined || item.covers.length > 0 || tick !== undefined || waitsFor.length > 0;
}

/** What a step points to; where nothing of what is missing is written yet, the end of the marker. */
function placeOf(snapshot: Snapshot, { at, state }: ChecklistStep): ChecklistPlace | undefined {
  const file = at && fileOf(snapshot, at);
  if (file) return { uri: file.uri, range: rangeOf(file, at) };
  const marker = state === "to-write" && snapshot.members.find((one) => isMarker(one.uri));
  return marker ? { uri: marker.uri, range: rangeOf(marker, endOf(marker)) } : undefined;
}

function endOf({ root }: File): Span {
  let last = root;
  for (let below = root.children?.at(-1); below; below = below.children?.at(-1)) last = below;
  const col = last.text.length - last.text.lastIndexOf("\n") - 1;
  return { block: root, line: root.lines, col, endLine: root.lines, endCol: col };
}
