import { pathOf, uriOf } from "../disk.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Mended } from "../rules/mend.ts";
import { say } from "../say.ts";
import { type File, fileText } from "../syntax/file.ts";
import { relativeTo } from "../uri.ts";
import type { ExitCode, Io } from "./command.ts";
import { unifiedDiff } from "./diff.ts";
import { masked } from "./report/mask.ts";
import { secretsIn } from "./report/secrets.ts";
import { writeFixed } from "./write.ts";

/** What the fixes change, as a unified diff of each file. */
export function diffOf(before: Workspace, after: Workspace, { cwd }: Pick<Io, "cwd">): string {
  return changedFiles(before, after)
    .map(([old, fresh]) =>
      unifiedDiff(relativeTo(uriOf(cwd), old.uri), shownText(before, old), shownText(after, fresh)),
    )
    .join("");
}

/** Writes the files that the fixes changed. One that cannot be written is told, and the others are written all the same. */
export async function writeFixes(before: Workspace, { workspace, fixes }: Mended, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const changed = changedFiles(before, workspace);
  for (const [old, fresh] of changed) {
    const path = relativeTo(uriOf(io.cwd), old.uri);
    try {
      if (await writeFixed(pathOf(old.uri), fileText(old), fileText(fresh))) continue;
      io.say(say("“{0}” changed while it was checked: it is left as it is.", path));
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
      io.say(say("“{0}” cannot be written: {1}.", path, why));
    }
    code = 2;
  }
  if (fixes > 0) io.say(say("Fixes applied: {0}, in files: {1}.", fixes, changed.length));
  return code;
}

function changedFiles(before: Workspace, after: Workspace): readonly (readonly [File, File])[] {
  return [...after.files.values()].flatMap((fresh) => {
    const old = before.files.get(fresh.uri);
    return old && old !== fresh && fileText(old) !== fileText(fresh) ? [[old, fresh] as const] : [];
  });
}

/** A secret is not repeated, in a diff neither. */
function shownText(workspace: Workspace, file: File): string {
  return masked(fileText(file).split("\n"), secretsIn(workspace, file)).join("\n");
}
