import { message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { combine } from "./combine.ts";
import { crossCheck } from "./cross-check.ts";
import { identityFindings } from "./identity-check.ts";
import type { ImportOptions, ImportPlan } from "./import-plan.ts";
import { planOf } from "./make-plan.ts";
import type { ImportPart } from "./proposal.ts";
import type { SourceRecords } from "./records.ts";
import { isToBeCreated } from "./scaffold.ts";
import type { SourceFinding } from "./source.ts";

/** What is imported, into what, and how. */
interface PlannedSources {
  /** The establishment, which has the day; without a marker if the import creates it. */
  readonly snapshot: Snapshot;
  readonly records: readonly SourceRecords[];
  /** What was noticed while the sources were read. */
  readonly noticed: readonly SourceFinding[];
  readonly only: ReadonlySet<ImportPart>;
  readonly options: ImportOptions;
}

/**
 * The plan of an import. Sources of another establishment or year are told alone: all else would follow from them. Changes
 * nothing.
 */
export function planImport({ snapshot, records, noticed, only, options }: PlannedSources): ImportPlan {
  const { today } = snapshot;
  const isNew = isToBeCreated(snapshot);
  const own = ownIdentity(snapshot, isNew);
  const rne = own?.get("rne")?.value;
  const annee = own?.get("annee-scolaire")?.value;
  const identity = identityFindings(records, { ...(rne && { rne }), ...(annee && { annee }) });
  const outside = combine(identity.length > 0 ? [] : records, today);
  const found =
    identity.length > 0 ? identity : [...outside.findings, ...crossCheck(records, outside, today)];
  const known = [...noticed, ...found];
  // A source that cannot be read may be the one that says it.
  const isUnknown = outside.rne === undefined && !isStopped({ findings: known });
  const findings = [...known, ...(isNew && isUnknown ? [nothingToCreate()] : [])];
  return planOf({ outside, snapshot, only, options, findings });
}

/** What an establishment says of itself. One that is created takes nothing of that from a base, which may be of another year. */
function ownIdentity(snapshot: Snapshot, isNew: boolean) {
  const said = isNew ? { ...snapshot, bases: [], lineage: {} } : snapshot;
  return said.members.length > 0 ? establishmentOf(said).value.get("etablissement") : undefined;
}

/** Whether something that was noticed forbids to write what is planned. */
export function isStopped({ findings }: Pick<ImportPlan, "findings">): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** A new establishment needs a source that says which one it is. */
function nothingToCreate(): SourceFinding {
  const told = message(
    "No source says of which establishment it is, and there is none in the folder: add {0}, or name a folder with {1}.",
    "sts_emp, emp_sts, Structures",
    "--into",
  );
  return { id: "no-establishment", severity: "error", message: told };
}
