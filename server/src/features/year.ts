import { establishmentOf } from "../model/establishment.ts";
import type { Context } from "./context.ts";

/** The year of the PRONOTE version in use, from the version or else the school year; `undefined` if neither is set. */
export function yearOf({ snapshot }: Pick<Context, "snapshot">): string | undefined {
  const identity = establishmentOf(snapshot).value.get("etablissement");
  const version = identity?.get("version")?.value ?? identity?.get("annee-scolaire")?.value;
  return version?.slice(0, 4);
}
