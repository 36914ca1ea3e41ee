import { join } from "node:path";
import { message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";

/**
 * The files that the configuration names under `imports` for SIECLE and STSWEB, below a folder. Throws a `UsageError` if it
 * names none.
 */
export function namedSources(snapshot: Snapshot | undefined, folder: string): readonly string[] {
  const imports = snapshot && establishmentOf(snapshot).value.get("imports");
  const siecle =
    imports
      ?.get("siecle")
      ?.get("fichiers")
      ?.items.map(({ value }) => value) ?? [];
  const stsweb = imports?.get("stsweb")?.get("fichier")?.value;
  const names = [...siecle, ...(stsweb === undefined ? [] : [stsweb])];
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new UsageError(
    message("Which files? Name them, or a folder of them: {0}.", "rentree import sts_emp_0759998K_2026.xml"),
  );
}
