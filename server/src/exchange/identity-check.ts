import { type Message, message } from "../base/message.ts";
import { isRne } from "../rules/shared/rne.ts";
import type { SourceRecords, Stated } from "./records.ts";
import type { SourceFinding } from "./source.ts";

/** Which establishment and year the configuration is about, as far as it says. */
export interface Identity {
  readonly rne?: string;
  /** The school year, as `2026-2027`. */
  readonly annee?: string;
}

/** Kinds of sources that say nothing of the establishment: a list of EDT, and the tables of UnDeuxTEMPS. */
const ANONYMOUS = new Set(["edt-cours", "udt"]);

/**
 * Whether all sources are of one establishment and one year, those of the configuration. Each finding is an error: what
 * follows would be wrong from the first word on.
 */
export function identityFindings(records: readonly SourceRecords[], own: Identity): readonly SourceFinding[] {
  return [
    ...records.flatMap((one) => unknownEstablishment(one)),
    ...others(records, "rne", own.rne, otherEstablishment),
    ...others(records, "year", own.annee?.slice(0, 4), otherYear),
  ];
}

function unknownEstablishment({ kind, source, rne }: SourceRecords): readonly SourceFinding[] {
  if (ANONYMOUS.has(kind)) return [];
  if (!rne) {
    const told = message("It does not say of which establishment it is (UAJ): export it again.");
    return [{ id: "no-establishment", severity: "error", source, message: told }];
  }
  if (isRne(rne.value)) return [];
  const told = message("“{0}” is not an RNE: its letter does not belong to its digits.", rne.value);
  return [{ id: "no-establishment", severity: "error", source, place: rne.place, message: told }];
}

function others(
  records: readonly SourceRecords[],
  key: "rne" | "year",
  own: string | undefined,
  told: (found: string, wanted: string, from: string | undefined) => Message,
): readonly SourceFinding[] {
  const stated = records.flatMap((one) => (one[key] ? [{ source: one.source, said: one[key] }] : []));
  const [first] = stated;
  const wanted = own ?? first?.said.value;
  if (wanted === undefined) return [];
  const from = own === undefined ? first?.source : undefined;
  return stated
    .filter(({ said }) => said.value !== wanted)
    .map(({ source, said }) => finding(key, source, said, told(said.value, wanted, from)));
}

function finding(key: "rne" | "year", source: string, said: Stated<string>, told: Message): SourceFinding {
  const id = key === "rne" ? "other-establishment" : "other-year";
  return { id, severity: "error", source, place: said.place, message: told };
}

function otherEstablishment(found: string, wanted: string, from: string | undefined): Message {
  return from === undefined
    ? message(
        "It is of the establishment {0}, this configuration is of {1}: give the files of {1}.",
        found,
        wanted,
      )
    : message(
        "It is of the establishment {0}, “{2}” is of {1}: give the files of one of them.",
        found,
        wanted,
        from,
      );
}

function otherYear(found: string, wanted: string, from: string | undefined): Message {
  const [one, other] = [schoolYear(found), schoolYear(wanted)];
  return from === undefined
    ? message("It is of the school year {0}, this configuration is of {1}: export that year.", one, other)
    : message("It is of the school year {0}, “{2}” is of {1}: give the files of one year.", one, other, from);
}

/** The school year that begins in a calendar year. */
export function schoolYear(first: string): string {
  return /^\d{4}$/.test(first) ? `${first}-${Number(first) + 1}` : first;
}
