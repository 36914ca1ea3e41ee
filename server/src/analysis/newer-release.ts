import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { aloneWith, type Snapshot } from "../model/snapshot.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { KNOWN_RELEASE } from "../schema/known-release.ts";
import type { File } from "../syntax/file.ts";
import { fileContribution } from "./file-findings.ts";
import type { FileFindings } from "./merge-findings.ts";

/**
 * The contribution of a file to the findings of its workspace. In an establishment that is written for a newer PRONOTE
 * than the schemas describe, an unknown key may be a new one: it is a warning that says so. What `snapshotOf` returns is
 * the establishment; a base, which has several, goes by its own text.
 */
export function contributionFor(file: File, snapshotOf: () => Snapshot | undefined): FileFindings {
  const found = fileContribution(file);
  if (!found.findings.some(isUnknownKey)) return found;
  const release = releaseOf(snapshotOf() ?? aloneWith(file, ""));
  if (release === undefined || release <= KNOWN_RELEASE) return found;
  const known = inNewerReleases(found);
  const same = known.get(release) ?? {
    ...found,
    findings: found.findings.map((finding) => (isUnknownKey(finding) ? maybeNew(finding, release) : finding)),
  };
  known.set(release, same);
  return same;
}

/** The establishment that a file of a workspace belongs to alone; `undefined` for a base. */
export function snapshotIn(workspace: Workspace, { uri }: File): () => Snapshot | undefined {
  return () => (workspace.layout.bases.has(uri) ? undefined : workspace.of(uri)[0]);
}

/** For each release, so that the findings of a file that did not change are the same objects. */
const inNewerReleases = memo((_found: FileFindings) => new Map<number, FileFindings>());

function isUnknownKey({ id }: Finding): boolean {
  return id === "unknown-key";
}

/** The version of PRONOTE that an establishment is written for, by its year; without one, that of the school year. */
function releaseOf(snapshot: Snapshot): number | undefined {
  const establishment = establishmentOf(snapshot).value.get("etablissement");
  const text = (establishment?.get("version") ?? establishment?.get("annee-scolaire"))?.value;
  const year = Number(text?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function maybeNew(finding: Finding, release: number): Finding {
  return {
    ...finding,
    rule: { ...finding.rule, severity: "warning" },
    message: message(
      "{0} It may be new in PRONOTE {1}; this version of Rentrée knows PRONOTE up to {2}.",
      finding.message,
      String(release),
      String(KNOWN_RELEASE),
    ),
    ...(finding.fixes && { fixes: finding.fixes.map((fix) => ({ ...fix, safety: "probable" as const })) }),
  };
}
