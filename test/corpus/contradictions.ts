import { pageOf } from "../../server/src/rules/api/page.ts";
import type { Rule } from "../../server/src/rules/api/rule.ts";
import { converted } from "../../server/src/schema/convert.ts";
import { kinds } from "../../server/src/schema/kinds.ts";
import type { Mention, SemanticIndex } from "../../server/src/schema/semantic-index.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { plain } from "../support/effective.ts";
import { dice } from "./dice.ts";
import {
  type CorpusEstablishment,
  establishmentOf,
  ROOT,
  type Written,
  writtenFiles,
} from "./establishment.ts";
import type { Mutation } from "./mutation.ts";
import { at, type Group, isGroup, over, paths, put, type SaidValue } from "./said.ts";

/** A good establishment that says what a rule's page gives as right, and the same with what the page gives as wrong. */
export interface Contradiction {
  readonly good: readonly Written[];
  readonly mutation: Mutation;
}

/** The ways to put a bad example of a rule into some establishments; whether they are good before is still to be seen. */
export function* contradictions(rule: Rule, seeds: Iterable<number>): Generator<Contradiction> {
  const page = pageOf(rule.docs);
  for (const seed of seeds) {
    const host = establishmentOf(seed);
    const { rne } = host.school;
    const read = (texts: readonly string[]) => texts.flatMap((text) => examples(text, rne));
    for (const bad of read(page.bad)) {
      if (!suits(bad.said, host)) continue;
      for (const good of [...read(page.good), { said: {}, mentions: [] }]) {
        for (const bare of [false, true]) {
          const under = hostFor(host.said, over(bad.said, good.said), bare);
          const base = declared(over(good.said, under), [...good.mentions, ...bad.mentions], bad.said, host);
          yield {
            good: writtenFiles(base, seed, false),
            mutation: mutated(rule, over(bad.said, base), bad.said, host),
          };
        }
      }
    }
  }
}

interface Example {
  readonly said: Group;
  readonly mentions: readonly Mention[];
}

/** What an example says, of this establishment; nothing if it has several files, or cannot be understood. */
function examples(text: string, rne: string): readonly Example[] {
  if (/^#-? /m.test(text)) return [];
  const ours = text.replace(/0759998k|0759901e/gi, (other) =>
    /[ke]$/.test(other) ? rne.toLowerCase() : rne,
  );
  const { value, index } = converted(parseFile(`${ROOT}/etablissement.pronote.yaml`, ours));
  const said = JSON.parse(JSON.stringify(plain(value)).replaceAll('"<removed>"', "null")) as SaidValue;
  if (!isGroup(said) || /"<(?:absent|unknown)>"/.test(JSON.stringify(said))) return [];
  return [{ said, mentions: mentionsIn(index) }];
}

function mentionsIn(index: SemanticIndex): readonly Mention[] {
  return [...index.mentions, ...index.below.flatMap(mentionsIn)];
}

/** Whether an example is of an establishment of this kind. */
function suits(said: Group, { school }: CorpusEstablishment): boolean {
  const mode = at(said, ["hebergement", "mode"]);
  const type = at(said, ["etablissement", "type"]);
  return (
    (mode === undefined || (mode === "heberge") === school.hosted) &&
    (typeof type !== "string" || type.startsWith("college") === school.college)
  );
}

/** What the establishment says, but for what can be only once; bare, without the sections of the example. */
function hostFor(said: Group, example: Group, bare: boolean): Group {
  const alone = JSON.stringify(example).includes('"spr"')
    ? put(said, ["personnels", "chef", "spr"], undefined)
    : said;
  if (!bare) return alone;
  const kept = Object.entries(alone).filter(([section]) => IDENTITY.has(section) || !(section in example));
  return Object.fromEntries(kept);
}

const IDENTITY = new Set(["etablissement", "hebergement"]);

/** The names that an example mentions, declared. */
function declared(
  said: Group,
  mentions: readonly Mention[],
  bad: Group,
  { school }: CorpusEstablishment,
): Group {
  const graded: Record<string, SaidValue> = {};
  for (const [name, one] of Object.entries(isGroup(bad["classes"]) ? bad["classes"] : {})) {
    const known = at(said, ["classes", name]);
    const both = over(isGroup(one) ? one : {}, isGroup(known) ? known : {});
    if (!("periodicite" in both)) graded[name] = { periodicite: school.periodicite };
  }
  const all = Object.keys(graded).length > 0 ? over({ classes: graded }, said) : said;
  return mentions.reduce((now, { node, mentions: { kinds: meant, words = [], suggest } }) => {
    const declaring = meant.flatMap((name) => kinds.get(name) ?? []);
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

function mutated({ id }: Rule, said: Group, bad: Group, { seed }: CorpusEstablishment): Mutation {
  const files = writtenFiles(said, seed, false);
  const wrong = new Set([...paths(bad)].map((path) => path.join("/")));
  return {
    texts: new Map(files.map(({ uri, text }) => [uri, text])),
    places: files.flatMap(({ uri, marks }) =>
      marks.filter(({ path }) => wrong.has(path.join("/"))).map(({ whole }) => ({ uri, at: whole })),
    ),
    says: id,
  };
}

/** Establishments to try, in an order of its own for each rule. */
export function seedsFor({ id }: Rule, count: number): readonly number[] {
  const d = dice([...id].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7));
  return Array.from({ length: count }, () => 1 + d.of(300));
}
