import { message } from "../base/message.ts";
import type { OutsideMatiere } from "./outside.ts";
import type { MatiereRecord, SourceRecords } from "./records.ts";
import type { SourceFinding } from "./source.ts";

/** The subjects of all sources, found by either of their codes. */
export class JoinedMatieres {
  readonly #byCode = new Map<string, OutsideMatiere>();
  readonly #byKey = new Map<string, OutsideMatiere>();

  /** Adds the subjects of sources in the order of their authority. */
  constructor(records: readonly SourceRecords[], findings: SourceFinding[]) {
    for (const { matieres } of records) {
      for (const matiere of matieres) {
        const finding = this.#add(matiere);
        if (finding) findings.push(finding);
      }
    }
  }

  /** All subjects, in the order of the sources. */
  get all(): readonly OutsideMatiere[] {
    return [...this.#byKey.values()];
  }

  /** The subject with a national code or a code de gestion. */
  find(reference: string): OutsideMatiere | undefined {
    return this.#byCode.get(reference) ?? this.#byKey.get(reference);
  }

  #add({ code, gestion, libelle, place }: MatiereRecord): SourceFinding | undefined {
    const known = code === "" ? undefined : this.#byCode.get(code);
    if (known) {
      const same = known.key === gestion || known.key === `${gestion}-${code}`;
      return same ? undefined : contradiction(known, gestion, place);
    }
    const namesake = this.#byKey.get(gestion);
    if (namesake && (code === "" || namesake.code === "")) return undefined;
    // Two subjects may share a code de gestion: the second one gets its national code too.
    const key = namesake ? `${gestion}-${code}` : gestion;
    const matiere: OutsideMatiere = { key, code, libelle, place };
    this.#byKey.set(key, matiere);
    if (code !== "") this.#byCode.set(code, matiere);
    return undefined;
  }
}

function contradiction(known: OutsideMatiere, gestion: string, place: MatiereRecord["place"]): SourceFinding {
  return {
    id: "contradicting-sources",
    severity: "warning",
    source: place.source,
    place,
    message: message(
      "The subject {0} has the code de gestion “{1}” here, “{2}” in “{3}”: “{2}” is taken.",
      known.code,
      gestion,
      known.key,
      known.place.source,
    ),
  };
}
