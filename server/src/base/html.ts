import { shown } from "./shown-text.ts";

/** A piece of HTML that is safe to put into a page: only `html` makes one. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a piece of HTML is put together from; nothing for `undefined` and `false`. */
export type HtmlPart = Html | string | number | undefined | false | readonly HtmlPart[];

/**
 * Makes HTML of a template: what is put into it is text, whatever marks it contains, unless it is `Html` itself. Values
 * of attributes have to stand in quotes. Control characters and those that change the direction of text are replaced.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(parts.reduce((text, part, at) => `${text}${textOf(values[at - 1])}${part}`));
}

function textOf(part: HtmlPart): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return (part as readonly HtmlPart[]).map(textOf).join("");
  return escapedHtml(String(part));
}

const ENTITIES: { readonly [char: string]: string } = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in HTML, in an element or an attribute. */
export function escapedHtml(text: string): string {
  return shown(text).replace(/[<>&"']/g, (one) => ENTITIES[one] ?? one);
}
