import { isPrivateText } from "../analysis/conceal.ts";
import { foldName } from "../base/closest.ts";
import { memo, memoBeside } from "../base/memo.ts";
import { type Localize, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import type { Occurrence } from "../model/symbols.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { thingTitle } from "../schema/describe.ts";
import { kinds } from "../schema/kinds.ts";
import { leafAt, type MapValue } from "../schema/value.ts";
import { isPrivateName, shownPath } from "../syntax/private-names.ts";
import { type OfferWords, wordsOf } from "./completion-words.ts";
import type { Context } from "./context.ts";
import { declaredInView, isInBase } from "./view.ts";

/** A name that may be mentioned, with its kind. */
export interface KnownName {
  readonly name: string;
  readonly kind: string;
  /** The title of its kind, and the file that declares it. */
  readonly detail?: string;
  /** What it is called, by which it is found too: a person's name, a label, the title of a step. Nothing private. */
  readonly also?: string | undefined;
  readonly words: OfferWords;
}

/** The names of these kinds that may be mentioned in a file, in the order of files; predeclared ones of PRONOTE last. */
export function namesFor(context: Context, kindIds: readonly string[]): readonly KnownName[] {
  const known = new Map<string, KnownName>();
  for (const kind of kindIds) {
    for (const one of declaredNames(context, kind)) if (!known.has(one.name)) known.set(one.name, one);
    for (const name of kinds.get(kind)?.predeclared ?? [])
      if (!known.has(name)) known.set(name, predeclared(name, kind, context.localize));
  }
  return [...known.values()];
}

function declaredNames(context: Context, kind: string): readonly KnownName[] {
  const title = context.localize(thingTitle(kind));
  const details = new Map<string, string>();
  const detailOf = (uri: string): string => {
    const detail = details.get(uri) ?? `${title}, ${shownPath(baseName(uri))}`;
    details.set(uri, detail);
    return detail;
  };
  const declared = declaredInView(context, kind);
  const things = mapAt(establishmentOf(context.snapshot).value, [kind]);
  // Of what a base declares, its heirs may say otherwise.
  const isCalled = CALLED.has(kind) && !isInBase(context);
  const names = things ? (isCalled ? namesCalled : namesAlone)(things, declared) : declared.map(nameAlone);
  return names.map(({ name, also, words, uri }) => ({ name, kind, also, words, detail: detailOf(uri) }));
}

/** A declared name with the file that declares it, in no language yet. */
interface DeclaredName extends Pick<KnownName, "name" | "also" | "words"> {
  readonly uri: string;
}

function nameAlone({ name, at: { block } }: Occurrence): DeclaredName {
  return { name, also: undefined, words: wordsOf(name), uri: block.uri };
}

const isSame = (one: Occurrence, other: Occurrence | undefined) => one === other;

/** The declared things of a kind. Kept until one of them changes: there may be hundreds of them. */
const namesAlone = memoBeside(
  (_: MapValue, declared: readonly Occurrence[]) => declared.map(nameAlone),
  isSame,
);

/** The same, with what they are called. */
const namesCalled = memoBeside(
  (things: MapValue, declared: readonly Occurrence[]) =>
    declared.map((one): DeclaredName => {
      const also = calledIn(things, one.name);
      return { name: one.name, also, words: wordsOf(one.name, also), uri: one.at.block.uri };
    }),
  isSame,
);

/** What a thing is called in PRONOTE, beside its key; `undefined` if that says no more. */
function calledIn(things: MapValue, name: string): string | undefined {
  const thing = things.entries.get(name)?.value;
  const called = thing?.kind === "map" ? calledAs(thing) : "";
  const isSame = called.length === name.length && foldName(called) === foldName(name);
  return called === "" || isSame ? undefined : called;
}

/** A person's last and first name, or the label of a thing; empty if there is none, or if it is private. */
const calledAs = memo((thing: MapValue): string => {
  const text = ["nom", "prenom", "libelle"]
    .flatMap((key) => leafAt(thing, key, "string")?.value ?? [])
    .join(" ");
  return isPrivateText(text) || isPrivateName(text) ? "" : text;
});

/** The kinds whose things are known by what they are called. Labels of others are free text, which may name anybody. */
const CALLED: ReadonlySet<string> = new Set(["professeurs", "personnels", "matieres"]);

/** A name that PRONOTE has from the start, or a step of the rollout with its title. */
function predeclared(name: string, kind: string, localize: Localize): KnownName {
  const step = kind === "etapes" ? itemBySlug.get(name) : undefined;
  if (!step)
    return { name, kind, detail: localize(message("{0}, given", thingTitle(kind))), words: wordsOf(name) };
  const also = localize(step.title);
  return { name, kind, also, words: wordsOf(name, also) };
}
