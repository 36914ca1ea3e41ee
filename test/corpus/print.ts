import { rootSchema, type Schema, schemaOfKey } from "../../server/src/schema/schema.ts";
import { Anchors } from "./anchors.ts";
import { type Content, type Group, isGroup } from "./content.ts";
import { type Dice, diceAt } from "./dice.ts";
import type { Mark, MarkedRange, Printed } from "./marks.ts";
import { scalar, textScalar } from "./scalars.ts";
import type { Style } from "./style.ts";

/** Prints the value of a file in a style. The choices for one place do not depend on other values. */
export function print(content: Group, style: Style): Printed {
  const printer = new Printer(style, new Anchors(content, style));
  return printer.file(content);
}

class Printer {
  readonly #style: Style;
  readonly #anchors: Anchors;
  readonly #marks: Mark[] = [];
  readonly #merges: number[] = [];
  #text = "";

  constructor(style: Style, anchors: Anchors) {
    this.#style = style;
    this.#anchors = anchors;
  }

  file(content: Group): Printed {
    const { style, dice } = { style: this.#style, dice: this.#at("file") };
    if (style.marker) this.#line("---", 0);
    if (dice.chance(style.comments * 2)) this.#line("# Relu par l'équipe : « tout » va bien.", 0);
    this.#entries(content, rootSchema, [], 0);
    if (dice.chance(style.comments)) this.#line("# fin", 0);
    const text = style.finalEol ? this.#text : this.#text.replace(/\r?\n$/, "");
    return { text, marks: this.#marks, merges: this.#merges };
  }

  #at(place: string): Dice {
    return diceAt(this.#style.seed, place);
  }

  #line(text: string, indent: number): void {
    this.#text += `${" ".repeat(indent)}${text}${this.#style.eol}`;
  }

  /** The entries of a map, each on its own lines. */
  #entries(content: Group, schema: Schema, path: readonly string[], indent: number): void {
    const taken = this.#anchors.mergeOf(content, path);
    if (taken) {
      this.#merges.push(this.#text.length + indent);
      this.#line(`<<: *${taken.name}`, indent);
    }
    for (const [key, value] of this.#ordered(content, path)) {
      if (taken?.contains(key, value)) continue;
      const dice = this.#at(`before ${[...path, key].join("/")}`);
      if (dice.chance(this.#style.blanks)) this.#text += this.#style.eol;
      if (dice.chance(this.#style.comments)) this.#line(`# ${key} : à confirmer`, indent);
      this.#entry(key, value, below(schema, key), [...path, key], indent);
    }
  }

  #entry(key: string, value: Content, schema: Schema, path: readonly string[], indent: number): void {
    const start = this.#text.length;
    this.#text += " ".repeat(indent);
    const stretch = this.#key(key, path);
    this.#text += ":";
    const from = this.#text.length;
    const { short, alias } = this.#valueOf(value, schema, path, indent);
    if (!this.#text.endsWith(this.#style.eol)) this.#text += this.#tail(path, this.#text.slice(from));
    const value_ = trimmed(this.#text, from);
    const whole = { from: start, to: this.#text.length };
    this.#marks.push({
      path,
      schema,
      content: value,
      key: stretch,
      value: value_,
      whole,
      indent,
      way: "block",
      alias,
      short,
    });
  }

  #key(key: string, path: readonly string[]): MarkedRange {
    const from = this.#text.length;
    this.#text += textScalar(key, this.#at(`key ${path.join("/")}`), this.#style.quoted / 3);
    return { from, to: this.#text.length };
  }

  #tail(path: readonly string[], before: string): string {
    const { comments, eol } = this.#style;
    if (/^ [>|]-/.test(before)) return eol; // a comment would be a part of the text
    return `${this.#at(`tail ${path.join("/")}`).chance(comments / 2) ? " # vu" : ""}${eol}`;
  }

  #valueOf(
    content: Content,
    schema: Schema,
    path: readonly string[],
    indent: number,
  ): { short: boolean; alias: boolean } {
    const dice = this.#at(`value ${path.join("/")}`);
    const alias = this.#anchors.aliasOf(content, path);
    if (alias) {
      this.#text += ` *${alias}`;
      return { short: false, alias: true };
    }
    const name = this.#anchors.nameOf(content, path);
    if (name) this.#text += ` &${name}`;
    const step = this.#style.indent;
    if (isGroup(content)) {
      const only = name ? undefined : this.#shortOf(content, schema, dice);
      if (only) {
        this.#valueOf(only.content, only.schema, [...path, only.key], indent);
        return { short: true, alias: false };
      }
      if (Object.keys(content).length === 0) this.#text += " {}";
      else if (
        !this.#anchors.mergeOf(content, path) &&
        !this.#anchors.takes(content, path) &&
        dice.chance(this.#style.flow)
      ) {
        this.#text += " ";
        this.#flow(content, schema, path, indent + step, dice.chance(this.#style.wrapped));
      } else {
        this.#text += this.#style.eol;
        this.#entries(content, schema, path, indent + step);
      }
    } else if (Array.isArray(content)) this.#list(content, schema, path, indent);
    else this.#text += ` ${scalar(content as string, schema, dice, this.#style, indent)}`;
    return { short: false, alias: false };
  }

  /** The short form of a map, if it has just one key and the schema allows it. */
  #shortOf(content: Group, schema: Schema, dice: Dice) {
    const [only, ...others] = Object.entries(content);
    if (!only || others.length > 0 || only[0] !== schema.short || isGroup(only[1])) return undefined;
    return dice.chance(this.#style.short)
      ? { key: only[0], content: only[1], schema: below(schema, only[0]) }
      : undefined;
  }

  #list(content: readonly string[], schema: Schema, path: readonly string[], indent: number): void {
    const dice = this.#at(`list ${path.join("/")}`);
    const items = schema.items ?? ANYTHING;
    const written = content.map((one, index) =>
      scalar(one, items, this.#at(`item ${path.join("/")} ${index}`), this.#style, undefined),
    );
    if (content.length === 1 && schema.single && dice.chance(this.#style.short))
      this.#text += ` ${written[0]}`;
    else if (content.length === 0 || dice.chance(70)) this.#text += ` [${written.join(", ")}]`;
    else {
      const column = this.#style.compactItems ? indent : indent + this.#style.indent;
      this.#text += this.#style.eol;
      for (const one of written) this.#line(`- ${one}`, column);
    }
  }

  #flow(content: Group, schema: Schema, path: readonly string[], indent: number, wrapped: boolean): void {
    const { eol } = this.#style;
    const between = wrapped ? `,${eol}${" ".repeat(indent)}` : ", ";
    this.#text += wrapped ? `{${eol}${" ".repeat(indent)}` : "{ ";
    let rest = Object.keys(content).length;
    for (const [key, value] of this.#ordered(content, path)) {
      const start = this.#text.length;
      const here = [...path, key];
      const stretch = this.#key(key, here);
      this.#text += ": ";
      const from = this.#text.length;
      const short = this.#flowValue(value, below(schema, key), here, indent);
      const to = this.#text.length;
      rest--;
      if (rest > 0) this.#text += between;
      const whole = { from: start, to: this.#text.length };
      this.#marks.push({
        path: here,
        schema: below(schema, key),
        content: value,
        key: stretch,
        value: { from, to },
        whole,
        indent,
        way: "flow",
        alias: false,
        short,
      });
    }
    this.#text += wrapped ? `${eol}${" ".repeat(indent - 1)}}` : " }";
  }

  #flowValue(content: Content, schema: Schema, path: readonly string[], indent: number): boolean {
    const dice = this.#at(`value ${path.join("/")}`);
    if (isGroup(content)) {
      const only = this.#shortOf(content, schema, dice);
      if (only) this.#flowValue(only.content, only.schema, [...path, only.key], indent);
      else if (Object.keys(content).length === 0) this.#text += "{}";
      else this.#flow(content, schema, path, indent, false);
      return only !== undefined;
    }
    if (Array.isArray(content)) {
      const items = schema.items ?? ANYTHING;
      const one = content.length === 1 && schema.single && dice.chance(this.#style.short);
      const list = content.map((item: string, index: number) =>
        scalar(item, items, this.#at(`item ${path.join("/")} ${index}`), this.#style, undefined),
      );
      this.#text += one ? list[0] : `[${list.join(", ")}]`;
    } else this.#text += scalar(content as string, schema, dice, this.#style, undefined);
    return false;
  }

  #ordered(content: Group, path: readonly string[]): readonly (readonly [string, Content])[] {
    const entries = Object.entries(content);
    if (!this.#style.shuffled) return entries;
    const rank = ([key]: readonly [string, Content]) =>
      this.#at(`rank ${[...path, key].join("/")}`).of(1_000_000);
    return entries.sort((a, b) => rank(a) - rank(b));
  }
}

/** The schema of a key that the language does not know. */
const ANYTHING = { type: "object", properties: new Map(), required: [] } as const;

function below(schema: Schema, key: string): Schema {
  return schemaOfKey(schema, key) ?? ANYTHING;
}

/** The range after a colon, without blanks around it and without a comment. */
function trimmed(text: string, from: number): MarkedRange {
  const written = text.slice(from).replace(/\s+# vu\r?\n$/, "");
  const before = /^\s*/.exec(written)?.[0].length ?? 0;
  return { from: from + before, to: from + written.trimEnd().length };
}
