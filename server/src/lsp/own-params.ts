import { CHECKLIST_TOTALS, STEP_DETAILS, STEPS_AT, TICK_PREVIEW } from "../features/checklist-protocol.ts";
import { COMPARE, COMPARE_FIX } from "../features/compare-protocol.ts";
import {
  COMMAND_FIX_EVERYWHERE,
  COMMAND_NEW_YEAR,
  EFFECTIVE,
  EFFECTIVE_AT,
  FLEET,
  REPORT,
} from "../features/fleet-protocol.ts";
import { APPLY_IMPORT, IMPORT } from "../features/import-protocol.ts";
import { COMMAND_NEW_ESTABLISHMENT, NEW_ESTABLISHMENT } from "../features/new-establishment-protocol.ts";
import { PLAN } from "../features/plan-protocol.ts";
import { ALIVE, CHECKLIST, COMMAND_SILENCE, COMMAND_TICK, FILES, REFRESH } from "../features/protocol.ts";
import {
  atPosition,
  count,
  day,
  flag,
  list,
  mapOf,
  matching,
  nullable,
  object,
  oneOf,
  optional,
  type Shape,
  text,
  uri,
} from "./shapes.ts";

const stepName = object({ establishment: uri, slug: text });
const ACTIONS = ["fait", "sans-objet", "a-faire", "annote"];
const listProof = object({
  liste: matching(/^[\p{L}\d-]+$/u, "the name of a list"),
  du: day,
  lues: count,
  ecarts: count,
});

const tickArgument = object({
  establishment: uri,
  slug: text,
  action: oneOf([...ACTIONS, "preuve"], "an action"),
  par: optional(text),
  note: optional(text),
  pour: optional(text),
  avant: optional(text),
  preuve: optional(listProof),
});

const newEstablishmentArgument = object({
  parent: uri,
  folder: text,
  nom: text,
  rne: text,
  type: optional(text),
  mode: optional(text),
  base: optional(uri),
  sister: optional(uri),
  people: optional(flag),
});

const importParams = object({
  sources: list(object({ name: text, uri: optional(uri), bytes: optional(text) })),
  establishment: optional(uri),
  parent: optional(uri),
  folder: optional(text),
  refresh: optional(flag),
  prune: optional(flag),
  counts: optional(flag),
});

/** The text of a file, or null if it is deleted. */
const fileText: Shape = (value, at) => (value === null ? undefined : text(value, at));

/** Of a request that has no parameters, those that come all the same do not count. */
const nothing = nullable(object({}));

/** The arguments of our commands that have some, by command; each argument has this shape. */
export const OWN_ARGUMENTS: { readonly [command: string]: Shape } = {
  [COMMAND_TICK]: tickArgument,
  [COMMAND_SILENCE]: object({ uri, rule: text, line: count, until: optional(text), reason: text }),
  [COMMAND_NEW_ESTABLISHMENT]: newEstablishmentArgument,
  [COMMAND_NEW_YEAR]: object({ establishment: uri }),
  [COMMAND_FIX_EVERYWHERE]: object({ rule: text, message: text, establishments: optional(list(text)) }),
};

/** The parameters of our own messages, by method. */
export const OWN_PARAMS: { readonly [method: string]: Shape } = {
  [ALIVE]: nothing,
  [REFRESH]: nothing,
  [FLEET]: nothing,
  [CHECKLIST_TOTALS]: nothing,
  [CHECKLIST]: nullable(object({ establishment: optional(uri) })),
  [STEP_DETAILS]: stepName,
  [STEPS_AT]: atPosition,
  [TICK_PREVIEW]: object({
    action: oneOf(ACTIONS, "an action"),
    steps: optional(list(stepName)),
    slug: optional(text),
    establishment: optional(uri),
    phase: optional(count),
  }),
  [PLAN]: object({ establishment: uri }),
  [COMPARE]: object({ uri: optional(uri), text, day: optional(text), titles: optional(mapOf(text)) }),
  [COMPARE_FIX]: object({
    establishment: uri,
    change: object({ path: optional(list(text)), text: optional(text), reopens: optional(list(text)) }),
    reason: optional(text),
  }),
  [IMPORT]: importParams,
  [APPLY_IMPORT]: importParams,
  [EFFECTIVE]: object({ establishment: uri, origins: optional(flag), at: optional(text) }),
  [EFFECTIVE_AT]: atPosition,
  [NEW_ESTABLISHMENT]: object({
    parent: uri,
    nom: optional(text),
    rne: optional(text),
    folder: optional(text),
    sister: optional(uri),
    models: optional(flag),
  }),
  [REPORT]: object({
    establishment: optional(uri),
    format: oneOf(["html", "md", "json"], "a format of a report"),
  }),
  [FILES]: object({ files: list(object({ uri, text: fileText })), reading: optional(flag) }),
};
