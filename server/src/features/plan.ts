import { localizerFor } from "../base/localize.ts";
import { type Localize, message } from "../base/message.ts";
import { saysOnlyToDo } from "../checklist/step-messages.ts";
import { stepsOf } from "../checklist/steps.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import { changedSince, type FormerSettings, formerSettings } from "../rollout/changes.ts";
import { type PlannedStep, planOf } from "../rollout/plan.ts";
import { type ChangedRights, changedRights } from "../rollout/rights.ts";
import {
  type RolloutScreen,
  type ScreenEntry,
  type ScreenField,
  type ScreenTable,
  screensWith,
} from "../rollout/screens.ts";
import { HIDDEN, nameWords } from "../rollout/value-words.ts";
import { type ItemSpec, phases } from "../schema/checklist.ts";
import { thingTitle } from "../schema/describe.ts";
import { menuClicks, menuTitle } from "../schema/menu.ts";
import { schemaAt } from "../schema/schema.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import {
  type ChecklistContext,
  folderNamed,
  itemOf,
  menuPath,
  nameOf,
  renamed,
  versionOf,
} from "./checklist.ts";
import type {
  EstablishmentPlan,
  PlanCell,
  PlanParams,
  PlanRow,
  PlanScreen,
  PlanStep,
  PlanStepName,
  PlanTable,
  PlanValue,
} from "./plan-protocol.ts";
import type { ChecklistPlace } from "./protocol.ts";
import { unreadLines } from "./unread-lines.ts";

/** The plan of the establishment in a folder, by the client's URI; null if there is none. */
export function planIn(
  workspace: Workspace,
  { establishment }: PlanParams,
  context: ChecklistContext,
): EstablishmentPlan | null {
  const snapshot = workspace.establishmentIn(establishment);
  if (!snapshot) return null;
  const unread = unreadLines(snapshot, context.uri);
  return { ...plan(snapshot, context), ...(unread.length > 0 ? { unread } : undefined) };
}

/** What is left to enter in PRONOTE for an establishment, in a language. */
export function plan(snapshot: Snapshot, context: ChecklistContext): EstablishmentPlan {
  const steps = stepsOf(snapshot, context.analysis.establishmentFindings(snapshot));
  const planned = planOf(snapshot, steps);
  const writer = new PlanWriter(snapshot, context);
  return {
    uri: folderNamed(snapshot, context.uri),
    name: nameOf(snapshot),
    steps: planned.steps.map((step) => writer.step(step)),
    rest: writer.screens(planned.rest),
  };
}

const NOT_KNOWN = message("Its place in PRONOTE's menus is not known.");
const DECIDED = message("Not entered in PRONOTE: it is decided by being written.");

/** What a change since a former revision means: the settings that changed, by step and screen; and the effective rights. */
export function review(
  snapshot: Snapshot,
  former: FormerSettings,
  context: ChecklistContext,
): { readonly plan: EstablishmentPlan; readonly rights: ChangedRights } {
  const steps = stepsOf(snapshot, context.analysis.establishmentFindings(snapshot));
  const changed = changedSince(former, snapshot);
  const writer = new PlanWriter(snapshot, context);
  return {
    plan: {
      uri: folderNamed(snapshot, context.uri),
      name: nameOf(snapshot),
      steps: steps.flatMap((step) => {
        const entries = changed.steps.get(step.item);
        if (!entries) return [];
        return [writer.step({ step, waitsFor: [], enteredWith: [], onlyChanges: true, entries })];
      }),
      rest: writer.screens(changed.rest),
    },
    rights: changedRights(former, formerSettings(snapshot)),
  };
}

/** Puts a plan into a language. */
class PlanWriter {
  readonly #snapshot: Snapshot;
  readonly #context: ChecklistContext;
  readonly #localize: Localize;

  constructor(snapshot: Snapshot, context: ChecklistContext) {
    this.#snapshot = snapshot;
    this.#context = context;
    this.#localize = localizerFor(context.language);
  }

  step({ step, waitsFor, enteredWith, onlyChanges, entries }: PlannedStep): PlanStep {
    const { language, uri } = this.#context;
    const item = itemOf(this.#snapshot, step, language);
    const phase = phases.find(({ id }) => id === step.item.phase);
    const isSaid = saysOnlyToDo(step.why) || (step.state === "waiting" && waitsFor.length > 0);
    return {
      item: item.place ? { ...item, place: renamed(item.place, uri) } : item,
      ...(isSaid ? undefined : { reason: item.why }),
      phase: { id: step.item.phase, title: phase?.title[language] ?? "" },
      waitsFor: waitsFor.map((one) => this.#stepName(one)),
      enteredWith: enteredWith.map((one) => this.#stepName(one)),
      onlyChanges,
      screens: this.screens(entries),
    };
  }

  screens(entries: readonly ScreenEntry[]): readonly PlanScreen[] {
    return screensWith(entries).map((screen) => this.#screen(screen));
  }

  #stepName({ slug, title }: ItemSpec): PlanStepName {
    return { slug, title: title[this.#context.language] };
  }

  #screen({ menu, isDecided, title, values, tables }: RolloutScreen): PlanScreen {
    const { language } = this.#context;
    return {
      ...(menu === undefined
        ? {
            title: this.#localize(title),
            pathNote: this.#localize(isDecided ? DECIDED : NOT_KNOWN),
          }
        : {
            title: menuTitle(menu, versionOf(this.#snapshot))[language],
            path: menuPath(menu, this.#snapshot, language),
            menu: menuClicks(menu, versionOf(this.#snapshot)),
          }),
      values: values.map((field) => this.#value(field)),
      tables: tables.flatMap((table) =>
        asSheets(this.#table(table), table.around.length > 0, this.#localize),
      ),
    };
  }

  #value({ label, entry }: ScreenField): PlanValue {
    return {
      label: this.#localize(label),
      ...this.#cell(entry),
      ...(entry.copy === undefined ? undefined : { copy: entry.copy }),
    };
  }

  #cell({ words, before, at, from }: ScreenEntry): PlanCell {
    const place = this.#place(at);
    return {
      value: this.#localize(words),
      ...(before ? { before: this.#localize(before) } : undefined),
      ...(place ? { place } : undefined),
      ...(from ? { from: this.#localize(from) } : undefined),
    };
  }

  #table({ around, pattern, columns, rows }: ScreenTable): PlanTable {
    const above = schemaAt(pattern.slice(0, -1));
    const kind = above?.declares?.kind;
    const head = kind === undefined ? schemaAt(pattern)?.title : thingTitle(kind);
    const title = above?.title?.[this.#context.language] ?? "";
    return {
      title: around.length > 0 ? around.join(", ") : title,
      columns: [head, ...columns].map((words) => (words ? this.#localize(words) : "")),
      rows: rows.map(({ name, entry, cells }): PlanRow => {
        const place = this.#place((entry ?? cells.find((cell) => cell !== undefined))?.at);
        return {
          name: this.#rowName(pattern, name),
          cells: cells.map((cell) => (cell ? this.#cell(cell) : { value: "" })),
          ...(place ? { place } : undefined),
          ...(entry && (entry.isGone ? { removed: true } : { added: true })),
        };
      }),
    };
  }

  /** A thing as PRONOTE shows it: a person by name, a service by its matière. */
  #rowName(pattern: readonly string[], name: string): string {
    if (name === HIDDEN) return name;
    const above = schemaAt(pattern.slice(0, -1));
    const kinds = [above?.declares?.kind ?? [], above?.mentions?.kinds ?? []].flat();
    return nameWords(kinds, name, this.#snapshot)[this.#context.language];
  }

  #place(at: Span | undefined): ChecklistPlace | undefined {
    const file = at && fileOf(this.#snapshot, at);
    return file ? { uri: this.#context.uri(file.uri), range: rangeOf(file, at) } : undefined;
  }
}

/** Of more columns than this, no table is read: each thing has a table of its own, with a row for each value. */
const MOST_COLUMNS = 8;

function asSheets(table: PlanTable, isWithin: boolean, localize: Localize): readonly PlanTable[] {
  const { title, columns, rows } = table;
  if (columns.length <= MOST_COLUMNS) return [table];
  const sheets = rows.filter(isFilled).map(({ name, cells }) => ({
    title: isWithin ? `${title} > ${name}` : name,
    columns: [localize(message("Setting")), localize(message("Value"))],
    rows: cells.flatMap((cell, at) => {
      const { place } = cell;
      return isEmpty(cell)
        ? []
        : [{ name: columns[at + 1] ?? "", cells: [cell], ...(place ? { place } : undefined) }];
    }),
  }));
  const others = rows.filter((row) => !isFilled(row)).map((row) => ({ ...row, cells: [] }));
  return others.length > 0 ? [...sheets, { title, columns: columns.slice(0, 1), rows: others }] : sheets;
}

function isFilled({ cells }: PlanRow): boolean {
  return !cells.every(isEmpty);
}

function isEmpty({ value, before }: PlanCell): boolean {
  return value === "" && before === undefined;
}
