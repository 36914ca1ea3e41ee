import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { code } from "../../schema/describe.ts";
import { allOf } from "../../schema/kind-words.ts";
import type { LanguageKey } from "../../schema/language-keys.ts";
import { menuText } from "../../schema/menu.ts";
import type { Schema } from "../../schema/schema.ts";
import { commonMenuOf } from "../../schema/screens.ts";
import { citationsOf } from "../../schema/sources.ts";
import { kindText } from "./kind-text.ts";
import type { PageLinks } from "./page-links.ts";

type Fact = Message | LocalizedText;

/** What the schema says of a key beside its description, its values and the keys below it: a line for each fact. */
export function factsOn(key: LanguageKey, links: PageLinks): readonly Fact[] {
  const { schema } = key;
  return [
    ...lifetime(schema),
    message("Kind: {0}", kindText(schema, links)),
    ...(schema.items ? [message("Each item: {0}", kindText(schema.items, links))] : []),
    ...limits(schema.items ?? schema),
    ...absence(key, links),
    ...shortForms(key, links),
    ...naming(schema),
    ...inheritance(schema),
    ...privacy(schema),
    ...otherKeys(schema),
    ...inPronote(key),
  ];
}

function lifetime({ deprecated, moved, mode }: Schema): readonly Fact[] {
  return [
    ...(deprecated ? [message("No longer used.")] : []),
    ...(moved ? [moved] : []),
    ...(mode === "heberge" ? [message("In hosted mode only")] : []),
    ...(mode === "non-heberge" ? [message("In self-hosted mode only")] : []),
  ];
}

/** What a value of the right kind has to be like. */
function limits(schema: Schema): readonly Fact[] {
  const { expected, minimum, maximum, exclusiveMinimum, maxLength, mentions } = schema;
  const words = mentions?.words ?? [];
  return [
    ...(expected ? [message("Expected: {0}", expected)] : []),
    ...bounds(minimum, maximum),
    ...(exclusiveMinimum === undefined ? [] : [message("More than {0}", exclusiveMinimum)]),
    ...(maxLength === undefined ? [] : [message("At most {0} characters", maxLength)]),
    ...(words.length > 0 ? [message("In place of a name: {0}", words.map(code).join(", "))] : []),
    ...(mentions?.suggest ? [message("Any other text is valid too")] : []),
  ];
}

function bounds(minimum: number | undefined, maximum: number | undefined): readonly Fact[] {
  if (minimum !== undefined && maximum !== undefined) return [message("From {0} to {1}", minimum, maximum)];
  if (minimum !== undefined) return [message("At least {0}", minimum)];
  return maximum === undefined ? [] : [message("At most {0}", maximum)];
}

/** What holds where nothing is written. */
function absence({ path, schema, parent }: LanguageKey, links: PageLinks): readonly Fact[] {
  const { follows, missing, under } = schema;
  const isRequired = parent?.required.includes(path.at(-1) ?? "") === true;
  return [
    ...(isRequired ? [message("Required")] : []),
    ...(isRequired && missing ? [message("If it is missing: {0}", missing)] : []),
    ...(schema.default === undefined ? [] : [message("Default: {0}", code(schema.default))]),
    ...(follows ? [message("Follows, where it is not written, from: {0}", follows)] : []),
    ...(under === undefined
      ? []
      : [message("Holds wherever {0} says nothing", links.key(under.split("/"), `\`${under}\``))]),
  ];
}

function shortForms({ path, schema }: LanguageKey, links: PageLinks): readonly Fact[] {
  const { short, single, properties } = schema;
  const below = short !== undefined && properties.has(short) ? short : "*";
  return [
    ...(short === undefined
      ? []
      : [
          message(
            "In short, a single value in place of the map: that of {0}",
            links.key([...path, below], code(short)),
          ),
        ]),
    ...(single ? [message("A single item needs no list")] : []),
  ];
}

function naming({ declares, predeclared = [] }: Schema): readonly Fact[] {
  return [
    ...(declares ? [message("Here are named: {0}", allOf([declares.kind]))] : []),
    ...(predeclared.length > 0
      ? [message("Names that exist from the start: {0}", predeclared.map(code).join(", "))]
      : []),
  ];
}

function inheritance({ inherits, atomic, ownFile, particular }: Schema): readonly Fact[] {
  return [
    ...(inherits ? [message("What holds there holds here too, but for what is written here")] : []),
    ...(atomic ? [message("Replaced as a whole by an establishment that writes it, not key by key")] : []),
    ...(ownFile ? [message("Concerns the file itself: it is not inherited")] : []),
    ...(particular === "own" ? [message("Belongs to the establishment: a copy leaves it out")] : []),
    ...(particular === "people"
      ? [
          message(
            "Belongs to the people and classes of the establishment: a copy takes it over on demand only",
          ),
        ]
      : []),
  ];
}

function privacy(schema: Schema): readonly Fact[] {
  return [
    ...(schema.secret
      ? [message("Only the name of a variable is written, never the secret that it holds")]
      : []),
    ...(schema.private
      ? [message("Says only whether PRONOTE has the contact detail, which itself is never written")]
      : []),
    ...(schema.nobody ? [message("Holds for all of them: nobody is named here")] : []),
    ...(schema.rgpd ? [message("RGPD: {0}", schema.rgpd)] : []),
  ];
}

/** What else may be written for it, and what other keys may be written in it. */
function otherKeys({ also = [], instead = {}, open }: Schema): readonly Fact[] {
  return [
    ...(also.length > 0 ? [message("Also recognised, and corrected: {0}", also.map(code).join(", "))] : []),
    ...Object.entries(instead).map(([key, why]) => message("Not {0}: {1}", code(key), why)),
    ...(open ? [message("Other keys are valid too: not all of them are known")] : []),
  ];
}

/** Where it stands in each version of PRONOTE of which that is known, and who says so. */
function inPronote({ path, schema: { pronote, seed = [] } }: LanguageKey): readonly Fact[] {
  const menu = commonMenuOf(path) ?? pronote;
  const versions =
    menu === undefined || typeof menu === "string"
      ? [menu ?? []].flat()
      : Object.entries(menu).map(([year, one]) => ({ [year]: one }));
  const [cited, ...others] = citationsOf(seed);
  return [
    ...versions.map((one) => message("In PRONOTE: {0}", menuText(one, undefined))),
    ...(cited
      ? [
          message(
            "Source: {0}",
            others.reduce<Fact>((list, one) => message("{0}; {1}", list, one), cited),
          ),
        ]
      : []),
  ];
}
