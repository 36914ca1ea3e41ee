import { pageOf } from "../../server/src/rules/api/page.ts";
import type { Rule } from "../../server/src/rules/api/rule.ts";
import { converted } from "../../server/src/schema/convert.ts";
import { kinds } from "../../server/src/schema/kinds.ts";
import type { Mention, SemanticIndex } from "../../server/src/schema/semantic-index.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { plain } from "../support/effective.ts";
import { at, type Content, type Group, isGroup, overlaid, paths, put } from "./content.ts";
import { dice } from "./dice.ts";
import {
  type CorpusEstablishment,
  establishmentOf,
  type GeneratedFile,
  generatedFiles,
  ROOT,
} from "./establishment.ts";
import type { Mutation } from "./mutation.ts";

/** A valid establishment that contains a good example of a rule, and the same with a bad example. */
export interface Contradiction {
  readonly good: readonly GeneratedFile[];
  readonly mutation: Mutation;
}

/**
 * The ways to put the bad examples of a rule into establishments. Whether these are valid without it is to be checked.
 */
export function* contradictions(rule: Rule, seeds: Iterable<number>): Generator<Contradiction> {
  const page = pageOf(rule.docs);
  for (const seed of seeds) {
    const host = establishmentOf(seed);
    const { rne } = host.school;
    const read = (texts: readonly string[]) => texts.flatMap((text) => examples(text, rne));
    for (const bad of read(page.bad)) {
      if (!fits(bad.content, host)) continue;
      for (const good of [...read(page.good), { content: {}, mentions: [] }]) {
        for (const bare of [false, true]) {
          const under = hostFor(host.content, overlaid(bad.content, good.content), bare);
          const base = withDeclarations(
            overlaid(good.content, under),
            [...good.mentions, ...bad.mentions],
            bad.content,
            host,
          );
          yield {
            good: generatedFiles(base, seed, false),
            mutation: mutated(rule, overlaid(bad.content, base), bad.content, host),
          };
        }
      }
    }
  }
}

/** The value of an example on a rule's page, and the names that it mentions. */
export interface PageExample {
  readonly content: Group;
  readonly mentions: readonly Mention[];
}

/** The value of an example, with the establishment's RNE; empty if the example has several files or cannot be read. */
export function examples(text: string, rne: string): readonly PageExample[] {
  if (/^#-? /m.test(text)) return [];
  const adapted = text.replace(/0759998k|0759901e/gi, (other) =>
    /[ke]$/.test(other) ? rne.toLowerCase() : rne,
  );
  const { value, index } = converted(parseFile(`${ROOT}/etablissement.pronote.yaml`, adapted));
  const content = JSON.parse(JSON.stringify(plain(value)).replaceAll('"<removed>"', "null")) as Content;
  if (!isGroup(content) || /"<(?:absent|unknown)>"/.test(JSON.stringify(content))) return [];
  return [{ content, mentions: mentionsIn(index) }];
}

function mentionsIn(index: SemanticIndex): readonly Mention[] {
  return [...index.mentions, ...index.below.flatMap(mentionsIn)];
}

/** Whether an example fits an establishment of this kind. */
function fits(content: Group, { school }: CorpusEstablishment): boolean {
  const mode = at(content, ["hebergement", "mode"]);
  const type = at(content, ["etablissement", "type"]);
  return (
    (mode === undefined || (mode === "heberge") === school.hosted) &&
    (typeof type !== "string" || type.startsWith("college") === school.college)
  );
}

/** An establishment without values that may exist only once; if `bare`, also without the sections of the example. */
function hostFor(content: Group, example: Group, bare: boolean): Group {
  const single = JSON.stringify(example).includes('"spr"')
    ? put(content, ["personnels", "chef", "spr"], undefined)
    : content;
  if (!bare) return single;
  const sections = Object.entries(single).filter(
    ([section]) => IDENTITY.has(section) || !(section in example),
  );
  return Object.fromEntries(sections);
}

const IDENTITY = new Set(["etablissement", "hebergement"]);

/** Declares the names that an example mentions. */
function withDeclarations(
  content: Group,
  mentions: readonly Mention[],
  bad: Group,
  { school }: CorpusEstablishment,
): Group {
  const graded: Record<string, Content> = {};
  for (const [name, one] of Object.entries(isGroup(bad["classes"]) ? bad["classes"] : {})) {
    const known = at(content, ["classes", name]);
    const merged = overlaid(isGroup(one) ? one : {}, isGroup(known) ? known : {});
    if (!("periodicite" in merged)) graded[name] = { periodicite: school.periodicite };
  }
  const all = Object.keys(graded).length > 0 ? overlaid({ classes: graded }, content) : content;
  return mentions.reduce((now, { node, mentions: { kinds: possible, words = [], suggest } }) => {
    const declaring = possible.flatMap((name) => kinds.get(name) ?? []);
    const isKnown = declaring.some(
      ({ predeclared, paths: places }) =>
        predeclared.has(node.text) || places.some((place) => at(now, [...place, node.text]) !== undefined),
    );
    const path = declaring.find((kind) => kind.at === "key")?.paths[0];
    if (isKnown || suggest || words.includes(node.text) || !path || path.includes("*")) return now;
    const needed: Group = path[0] === "classes" ? { periodicite: school.periodicite } : {};
    return put(now, [...path, node.text], needed);
  }, all);
}

function mutated({ id }: Rule, content: Group, bad: Group, { seed }: CorpusEstablishment): Mutation {
  const files = generatedFiles(content, seed, false);
  const wrong = new Set([...paths(bad)].map((path) => path.join("/")));
  return {
    texts: new Map(files.map(({ uri, text }) => [uri, text])),
    places: files.flatMap(({ uri, marks }) =>
      marks.filter(({ path }) => wrong.has(path.join("/"))).map(({ whole }) => ({ uri, at: whole })),
    ),
    description: id,
  };
}

/** The seeds of the establishments to try, in a different order for each rule. */
export function seedsFor({ id }: Rule, count: number): readonly number[] {
  const d = dice([...id].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7));
  return Array.from({ length: count }, () => 1 + d.of(300));
}
