import { l10n, type QuickPickItem } from "vscode";
import type {
  NewEstablishmentArgument,
  NewEstablishmentChoice,
  NewEstablishmentHints,
  NewEstablishmentModel,
  NewEstablishmentParams,
} from "../../../server/src/features/new-establishment-protocol.ts";
import { askChoice, askInTurn, askText, type InputStep, plainLabel } from "./multi-step.ts";

/** Asks the server what may be answered, and what is wrong with the answers so far. */
export type HintsFor = (params: Omit<NewEstablishmentParams, "parent">) => Promise<NewEstablishmentHints>;

/** What the questions found out. */
export type Answers = Omit<NewEstablishmentArgument, "parent">;

interface Draft {
  nom: string;
  rne: string;
  model: "none" | "base" | "sister";
  uri: string;
  type: string;
  mode: string;
  people: boolean;
  folder: string;
}

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Asks what a new establishment is; `undefined` if the user left. */
export async function askEstablishment(hintsFor: HintsFor, parentName: string): Promise<Answers | undefined> {
  const start = await hintsFor({ models: true });
  const draft: Draft = {
    nom: "",
    rne: "",
    model: "none",
    uri: "",
    type: "",
    mode: start.modes[0]?.value ?? "",
    people: false,
    folder: "",
  };
  const always = () => true;
  const isNew = () => draft.model !== "sister";
  const steps: InputStep[] = [
    { isAsked: always, ask: (place) => askName(draft, hintsFor, place) },
    { isAsked: always, ask: (place) => askRne(draft, hintsFor, place) },
    {
      isAsked: () => start.bases.length + start.sisters.length > 0,
      ask: (place) => askModel(draft, start, place),
    },
    { isAsked: isNew, ask: (place) => askType(draft, hintsFor, place) },
    { isAsked: isNew, ask: (place) => askMode(draft, start, place) },
    { isAsked: () => !isNew(), ask: (place) => askPeople(draft, hintsFor, place) },
    { isAsked: always, ask: (place) => askFolder(draft, hintsFor, parentName, place) },
  ];
  return (await askInTurn(l10n.t("New Establishment"), steps)) ? answersOf(draft) : undefined;
}

function answersOf({ nom, rne, model, uri, type, mode, people, folder }: Draft): Answers {
  const names = { nom, rne, folder };
  if (model === "sister") return { ...names, sister: uri, people };
  return {
    ...names,
    ...(type === "" ? {} : { type }),
    ...(mode === "" ? {} : { mode }),
    ...(model === "base" ? { base: uri } : {}),
  };
}

type Ask = InputStep["ask"];
type Place = Parameters<Ask>[0];

function askName(draft: Draft, hintsFor: HintsFor, place: Place): ReturnType<Ask> {
  return askText(place, {
    prompt: l10n.t("Its name as users read it, for example Collège des Tilleuls"),
    value: draft.nom,
    check: async (nom) => problemOf((await hintsFor({ nom })).nomProblem),
    take(nom) {
      draft.nom = nom;
    },
  });
}

function askRne(draft: Draft, hintsFor: HintsFor, place: Place): ReturnType<Ask> {
  let meant: string | undefined;
  return askText(place, {
    prompt: l10n.t("RNE (UAI): seven digits and a letter. Type the digits: the letter follows from them."),
    value: draft.rne,
    async check(rne) {
      const hints = await hintsFor({ rne });
      meant = hints.rne;
      const isShort =
        hints.rneProblem === undefined && meant !== undefined && meant !== rne.toUpperCase().trim();
      return {
        ...problemOf(hints.rneProblem),
        ...(isShort ? { hint: l10n.t("Enter takes {0}.", meant ?? "") } : {}),
      };
    },
    take(rne) {
      draft.rne = meant ?? rne;
    },
  });
}

function askModel(
  draft: Draft,
  { bases, base = "", sisters }: NewEstablishmentHints,
  place: Place,
): ReturnType<Ask> {
  const items: Choice<Pick<Draft, "model" | "uri">>[] = [
    { label: l10n.t("Nothing"), value: { model: "none", uri: "" } },
    ...bases.map((one) => modelItem("base", one, l10n.t("inherit from this base"))),
    ...sisters.map((sister) => modelItem("sister", sister, l10n.t("copy this establishment"))),
  ];
  return askChoice(place, {
    placeholder: l10n.t("What does it start from?"),
    items,
    active: ({ value }) => value.uri === (draft.model === "none" ? base : draft.uri),
    take: ({ value }) => Object.assign(draft, value),
  });
}

function modelItem(
  model: "base" | "sister",
  { uri, name, path }: NewEstablishmentModel,
  what: string,
): Choice<Pick<Draft, "model" | "uri">> {
  const icon = model === "base" ? "$(layers)" : "$(copy)";
  return {
    label: `${icon} ${plainLabel(name)}`,
    description: what,
    ...(path === name ? {} : { detail: plainLabel(path) }),
    value: { model, uri },
  };
}

async function askType(draft: Draft, hintsFor: HintsFor, place: Place): ReturnType<Ask> {
  const { types, type = "" } = await hintsFor({ nom: draft.nom });
  const items = [...choicesOf(types), { label: l10n.t("Decide later"), value: "" }];
  const probable = draft.type === "" ? type : draft.type;
  return askChoice(place, {
    placeholder: l10n.t("Which type of establishment is it?"),
    items,
    active: ({ value }) => value === probable,
    take({ value }) {
      draft.type = value;
    },
  });
}

function askMode(draft: Draft, { modes }: NewEstablishmentHints, place: Place): ReturnType<Ask> {
  return askChoice(place, {
    placeholder: l10n.t("Where does PRONOTE run?"),
    items: [...choicesOf(modes), { label: l10n.t("Decide later"), value: "" }],
    active: ({ value }) => value === draft.mode,
    take({ value }) {
      draft.mode = value;
    },
  });
}

async function askPeople(draft: Draft, hintsFor: HintsFor, place: Place): ReturnType<Ask> {
  const { sisterWarning } = await hintsFor({ sister: draft.uri });
  return askChoice(place, {
    placeholder: sisterWarning ?? l10n.t("What is taken over?"),
    items: [
      {
        label: l10n.t("Settings only"),
        detail: l10n.t("People, classes, rooms and groups are left out, with all that names them."),
        value: false,
      },
      {
        label: l10n.t("People and classes too"),
        detail: l10n.t("For the same establishment, or one that shares its staff."),
        value: true,
      },
    ],
    active: ({ value }) => value === draft.people,
    take({ value }) {
      draft.people = value;
    },
  });
}

async function askFolder(
  draft: Draft,
  hintsFor: HintsFor,
  parentName: string,
  place: Place,
): ReturnType<Ask> {
  const proposal = draft.folder === "" ? (await hintsFor({ nom: draft.nom })).folder : draft.folder;
  return askText(place, {
    prompt: l10n.t("Path of its folder, inside {0}", parentName),
    value: proposal,
    check: async (folder) => problemOf((await hintsFor({ folder })).folderProblem),
    take(folder) {
      draft.folder = folder;
    },
  });
}

function choicesOf(choices: readonly NewEstablishmentChoice[]): Choice<string>[] {
  return choices.map(({ value, title, description }) => ({
    label: plainLabel(title),
    ...(description === undefined ? {} : { detail: description }),
    value,
  }));
}

function problemOf(problem: string | undefined): { readonly problem?: string } {
  return problem === undefined ? {} : { problem };
}
