import {
  CHECKLIST_TOTALS,
  STEP_DETAILS,
  STEPS_AT,
  TICK_PREVIEW,
} from "../../server/src/features/checklist-protocol.ts";
import { COMPARE, COMPARE_FIX } from "../../server/src/features/compare-protocol.ts";
import { EFFECTIVE, EFFECTIVE_AT, FLEET, REPORT } from "../../server/src/features/fleet-protocol.ts";
import { IMPORT } from "../../server/src/features/import-protocol.ts";
import { NEW_ESTABLISHMENT } from "../../server/src/features/new-establishment-protocol.ts";
import { PLAN } from "../../server/src/features/plan-protocol.ts";
import type { Dice } from "../corpus/dice.ts";
import { FRAGMENTS, LINES } from "../fuzz/fragments.ts";

/** Start and end of a range, in UTF-16 columns. */
type Places = readonly [line: number, col: number, toLine: number, toCol: number];

/**
 * What a client does, or what happens to its folder. Each can be played in any state, so that a part of a script is a
 * script.
 */
export type ClientOperation =
  | { readonly kind: "open"; readonly path: string }
  | { readonly kind: "close"; readonly path: string }
  | { readonly kind: "change"; readonly path: string; readonly at: Places; readonly text: string }
  | { readonly kind: "replace"; readonly path: string; readonly text: string }
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "move"; readonly path: string; readonly to: string }
  | { readonly kind: "request"; readonly method: string; readonly path: string; readonly at: Places }
  | { readonly kind: "junk"; readonly method: string; readonly params: unknown; readonly id?: unknown }
  | { readonly kind: "folder"; readonly path: string; readonly added: boolean }
  | { readonly kind: "settings"; readonly settings: unknown };

const BASE = "academie.pronote.yaml";

/** The files with which each run begins. */
export const START: { readonly [path: string]: string } = {
  [BASE]: "matieres: { FRANC: { libelle: Français }, MATHS: {} }\n",
  "a/etablissement.pronote.yaml":
    "herite-de: ../academie.pronote.yaml\netablissement: { rne: 0759998K, nom: Collège des Tilleuls }\nhebergement: { mode: heberge }\n",
  "a/personnes.pronote.yaml": "professeurs:\n  martin: { nom: MARTIN, prenom: Alice }\n  durand: {}\n",
  "a/classes.pronote.yaml":
    "classes:\n  6É1: { periodicite: trimestriel, services: { FRANC: martni } }\n  6E2:\n    services: { MATHS: durand }\n",
  "b/etablissement.pronote.yaml":
    "herite-de: ../academie.pronote.yaml\r\netablissement: { rne: 0759998K, nom: Lycée 🎒 }\r\nclasses: { 2A: {} }\r\n",
};

const PATHS = [...Object.keys(START), "b/classes.pronote.yaml", "c/etablissement.pronote.yaml"];
const OTHER_PATHS = ["notes.yaml", "a/notes.txt"];
const FOLDERS = ["a", "b", "c"];
/** The requests about a place in a file whose answers follow from the texts alone. */
export const METHODS = [
  ...[
    ...[
      "completion",
      "hover",
      "definition",
      "declaration",
      "references",
      "documentHighlight",
      "documentSymbol",
    ],
    ...[
      "documentLink",
      "foldingRange",
      "selectionRange",
      "prepareRename",
      "rename",
      "codeAction",
      "codeLens",
    ],
    ...["formatting", "rangeFormatting", "onTypeFormatting", "inlayHint", "semanticTokens/range"],
    ...["prepareCallHierarchy", "prepareTypeHierarchy"],
  ].map((name) => `textDocument/${name}`),
  ...[EFFECTIVE_AT, STEPS_AT],
];
/** Those whose answers count what was answered before. */
const COUNTING_METHODS = ["full", "full/delta"].map((name) => `textDocument/semanticTokens/${name}`);
/** The requests about the item of a hierarchy, by the request that finds it. */
export const ITEM_METHODS: { readonly [prepare: string]: readonly string[] } = {
  "textDocument/prepareCallHierarchy": ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
  "textDocument/prepareTypeHierarchy": ["typeHierarchy/supertypes", "typeHierarchy/subtypes"],
};
/** Parameters of a request about a place in a document, which fit each method. */
export function paramsAbout(uri: string, [line, character, toLine, toCharacter]: Places) {
  const start = { line, character };
  return {
    textDocument: { uri },
    position: start,
    positions: [start],
    previousResultId: "1",
    range: { start, end: { line: toLine, character: toCharacter } },
    context: { diagnostics: [], includeDeclaration: true },
    newName: "petit",
    options: { tabSize: 2, insertSpaces: true },
  };
}

const SETTINGS = [
  null,
  {},
  { rentree: { language: "fr" } },
  { rentree: { rules: { "unknown-reference": "off" } } },
  { rentree: 5 },
];
const JUNK = [null, 0, -1, "x", [], [null], {}, { uri: "x" }, { textDocument: { uri: "file:///" } }];
const JUNK_METHODS = [
  ...METHODS,
  ...COUNTING_METHODS,
  ...Object.values(ITEM_METHODS).flat(),
  ...[CHECKLIST_TOTALS, COMPARE, COMPARE_FIX, EFFECTIVE, FLEET, IMPORT, NEW_ESTABLISHMENT],
  ...[PLAN, REPORT, STEP_DETAILS, TICK_PREVIEW],
  ...["didOpen", "didChange", "didClose", "didSave"].map((name) => `textDocument/${name}`),
  ...["symbol", "executeCommand", "didChangeWatchedFiles", "didChangeWorkspaceFolders"].map(
    (name) => `workspace/${name}`,
  ),
  ...["initialize", "initialized", "rentree/files", "rentree/checklist", "$/progress", "nonsense"],
];

/** A script of so many operations, which follows from the dice alone; `more` are further files that it is about. */
export function operations(
  rolls: Dice,
  count: number,
  more: readonly string[] = [],
): readonly ClientOperation[] {
  const paths = [...PATHS, ...more];
  const path = () => rolls.pick(rolls.chance(95) ? paths : OTHER_PATHS);
  const line = () => rolls.of(4);
  const at = (): Places => {
    const [from, col] = [line(), rolls.of(60)];
    return rolls.chance(60) ? [from, col, from, col] : [from, col, from + rolls.of(2), col + rolls.of(9)];
  };
  const text = () => rolls.pick(Object.values(START)).replace("durand", rolls.pick(["durand", "petit", "é"]));
  const weighted: readonly (readonly [times: number, make: () => ClientOperation])[] = [
    [10, () => ({ kind: "open", path: path() })],
    [5, () => ({ kind: "close", path: path() })],
    [
      34,
      () => ({
        kind: "change",
        path: path(),
        at: ordered(at()),
        text: rolls.pick(rolls.chance(80) ? FRAGMENTS : LINES),
      }),
    ],
    [6, () => ({ kind: "replace", path: path(), text: START[rolls.pick(PATHS)] ?? text() })],
    [9, () => ({ kind: "write", path: path(), text: text() })],
    [4, () => ({ kind: "delete", path: rolls.pick([...paths, ...FOLDERS]) })],
    [2, () => ({ kind: "move", path: rolls.pick(FOLDERS), to: rolls.pick(FOLDERS) })],
    [
      20,
      () => ({
        kind: "request",
        method: rolls.pick([...METHODS, ...COUNTING_METHODS]),
        path: path(),
        at: ordered(at()),
      }),
    ],
    [6, () => junk(rolls)],
    [3, () => ({ kind: "folder", path: rolls.pick(["", ...FOLDERS]), added: rolls.chance(60) })],
    [1, () => ({ kind: "settings", settings: rolls.pick(SETTINGS) })],
  ];
  const all = weighted.flatMap(([times, make]) => Array.from({ length: times }, () => make));
  return Array.from({ length: count }, () => rolls.pick(all)());
}

function junk(rolls: Dice): ClientOperation {
  const params = rolls.pick(JUNK);
  const method = rolls.pick(JUNK_METHODS);
  if (rolls.chance(50)) return { kind: "junk", method, params };
  return {
    kind: "junk",
    method,
    params,
    id: rolls.pick([`junk ${rolls.of(1e9)}`, -rolls.of(1e9), null, {}]),
  };
}

/** A range whose end is not before its start. */
function ordered([line, col, toLine, toCol]: Places): Places {
  return [line, col, toLine, line === toLine ? Math.max(col, toCol) : toCol];
}
