import { canonicalUri, relativeTo } from "../base/uri.ts";
import { effectiveText } from "../rollout/effective.ts";
import { shownPath } from "../syntax/private-names.ts";
import type { SharedContext } from "./context.ts";
import type { EffectiveParams } from "./fleet-protocol.ts";

/** What PRONOTE is to hold for an establishment, as YAML; null if there is no such establishment. */
export function effective(
  { workspace, localize }: SharedContext,
  { establishment, origins }: EffectiveParams,
): string | null {
  const folder = canonicalUri(establishment);
  const snapshot = workspace.snapshots.find((one) => one.establishment && one.folder === folder);
  if (!snapshot) return null;
  const nameOf = (uri: string) => shownPath(relativeTo(snapshot.folder, uri));
  return effectiveText(snapshot, { localize, ...(origins === false ? undefined : { nameOf }) });
}
