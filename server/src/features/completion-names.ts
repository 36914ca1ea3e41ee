import { type Localize, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { thingTitle } from "../schema/describe.ts";
import { kinds } from "../schema/kinds.ts";
import { shownPath } from "../syntax/private-names.ts";
import type { Context } from "./context.ts";
import { declaredInView } from "./view.ts";

/** A name that may be mentioned, with its kind. */
export interface KnownName {
  readonly name: string;
  readonly kind: string;
  /** The title of its kind, and the file that declares it; of a step, its title. */
  readonly detail: string;
  /** Further words by which it is found: the title of a step. */
  readonly also?: string;
}

/** The names of these kinds that may be mentioned in a file, in the order of files; predeclared ones of PRONOTE last. */
export function namesFor(context: Context, kindIds: readonly string[]): readonly KnownName[] {
  const { localize } = context;
  const known = new Map<string, KnownName>();
  for (const kind of kindIds) {
    const title = localize(thingTitle(kind));
    const details = new Map<string, string>();
    const detailIn = (uri: string) => {
      const detail = details.get(uri) ?? `${title}, ${shownPath(baseName(uri))}`;
      details.set(uri, detail);
      return detail;
    };
    for (const { name, at } of declaredInView(context, kind)) {
      if (known.has(name)) continue;
      known.set(name, { name, kind, detail: detailIn(at.block.uri) });
    }
    for (const name of kinds.get(kind)?.predeclared ?? [])
      if (!known.has(name)) known.set(name, predeclared(name, kind, localize));
  }
  return [...known.values()];
}

/** A name that PRONOTE has from the start, or a step of the rollout with its title. */
function predeclared(name: string, kind: string, localize: Localize): KnownName {
  const step = kind === "etapes" ? itemBySlug.get(name) : undefined;
  if (!step) return { name, kind, detail: localize(message("{0}, given", thingTitle(kind))) };
  const title = localize(step.title);
  return { name, kind, detail: title, also: title };
}
