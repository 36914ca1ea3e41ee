import { message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { thingTitle } from "../schema/describe.ts";
import { kinds } from "../schema/kinds.ts";
import type { Context } from "./context.ts";
import { declaredInView } from "./view.ts";

/** A name that may be mentioned, with its kind. */
export interface KnownName {
  readonly name: string;
  readonly kind: string;
  /** The title of its kind, and the file that declares it. */
  readonly detail: string;
}

/** The names of these kinds that may be mentioned in a file, in the order of files; predeclared ones of PRONOTE last. */
export function namesFor(context: Context, kindIds: readonly string[]): readonly KnownName[] {
  const { localize } = context;
  const known = new Map<string, KnownName>();
  for (const kind of kindIds) {
    const title = localize(thingTitle(kind));
    const details = new Map<string, string>();
    const detailIn = (uri: string) => {
      const detail = details.get(uri) ?? `${title}, ${baseName(uri)}`;
      details.set(uri, detail);
      return detail;
    };
    for (const { name, at } of declaredInView(context, kind)) {
      if (known.has(name)) continue;
      known.set(name, { name, kind, detail: detailIn(at.block.uri) });
    }
    for (const name of kinds.get(kind)?.predeclared ?? []) {
      if (!known.has(name))
        known.set(name, { name, kind, detail: localize(message("{0}, given", thingTitle(kind))) });
    }
  }
  return [...known.values()];
}
