import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The bundle that is published. */
export const BUNDLE = join(import.meta.dirname, "../../dist/rentree.cjs");

/** The result of a process. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Called {
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly input?: string | Uint8Array;
  /** Keeps standard input open. */
  readonly open?: boolean;
  readonly bundle?: string;
  readonly uid?: number;
}

/** A temporary folder with these files, which is removed when the test ends. */
export function folderWith(files: { readonly [path: string]: string | Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), "rentree-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the command line in a process of its own; in English unless the arguments say otherwise. */
export function rentree(cwd: string, args: readonly string[], called: Called = {}): Promise<Ended> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [called.bundle ?? BUNDLE, ...args], {
    cwd,
    env: { PATH, LC_ALL: "C", ...called.env },
    ...(called.uid === undefined ? undefined : { uid: called.uid }),
  });
  // A test that times out leaves no process behind.
  onTestFinished(() => void child.kill("SIGKILL"));
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => {}); // the process may end before it has read everything
  if (called.open) child.stdin.write(called.input ?? "");
  else child.stdin.end(called.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        out: Buffer.concat(out).toString(),
        err: Buffer.concat(err).toString(),
      }),
    );
  });
}

/** The findings of `check --format json`, each as `file:line:character rule`. */
export function found(out: string): readonly string[] {
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly {
      readonly file: string;
      readonly rule: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
    }[];
  };
  return findings.map(
    ({ file, rule, range: { start } }) => `${file}:${start.line}:${start.character} ${rule}`,
  );
}

/** An académie: a base with one fault, a collège without any, a lycée with several. */
export const ACADEMIE = {
  "academie.pronote.yaml": `professeurs:
  martin: { nom: MARTIN, prenom: Alice }
espaces:
  parents: { publie: oui }
`,
  "college/etablissement.pronote.yaml": `herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759998K, nom: Collège des Tilleuls, type: college, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
`,
  "lycee/etablissement.pronote.yaml": `herite-de: ../academie.pronote.yaml
etablissement: { rne: 0759901E, nom: Lycée de la Rade, type: lycee, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
`,
  "lycee/classes/classes.pronote.yaml": `classes:
  2A: { periodicite: trimestriel, professeur-principal: martn }
  2B: { periodicitee: trimestriel }
Referentiels: {}
`,
};

/** The current text of a file in the folder. */
export function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}
