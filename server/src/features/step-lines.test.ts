import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { withoutStepLines } from "../../../test/support/steps.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { items } from "../schema/checklist.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import { emptyTickFile } from "./step-lines.ts";
import { ticks } from "./tick.ts";

const URI = `${ROOT}/deroulement.pronote.yaml`;
const SLUGS = items.map(({ slug }) => slug);

/** A file of ticks once these steps are ticked, or taken back, in it. */
function written(text: string, slugs: readonly string[], action: TickArgument["action"] = "fait"): string {
  const school = `#- etablissement.pronote.yaml\nformat: 1\n${text === "" ? "" : `#- deroulement.pronote.yaml\n${text}`}`;
  const { texts, context } = fixture(school);
  const wanted = slugs.map((slug) => ({ establishment: ROOT, slug, action, par: "c" }));
  const { edit, refused } = ticks(context, wanted);
  expect(refused).toEqual([]);
  return (edit && edited(texts, edit).get(URI)) ?? "";
}

const entriesIn = (text: string) => Array.from(text.matchAll(/^ {2}([\w-]+): \{/gm), ([, slug]) => slug);

describe("a file with a line for each step", () => {
  test("is found to be right, and has an entry below the line of its step, whatever the order of ticks", () => {
    const text = written("", SLUGS.toReversed());
    expect(entriesIn(text)).toEqual(SLUGS);
    const lines = text.split("\n");
    for (const slug of SLUGS) {
      const at = lines.findIndex((line) => line.startsWith(`  ${slug}: {`));
      expect(lines[at - 1]).toMatch(new RegExp(`^  # ${slug} – `));
    }
    expect(findingsIn(fixture(`#- deroulement.pronote.yaml\n${text}`))).toEqual([]);
  });

  test("is as before once all is taken back, and takes the next entry at its line", () => {
    const text = written(written(emptyTickFile(), SLUGS), SLUGS, "a-faire");
    expect(text.replace(/^ *\{\}\n/m, "")).toBe(emptyTickFile());
    expect(written(text, ["licences"])).toBe(written("", ["licences"]));
  });

  test("a step whose line is missing comes below the one before it", () => {
    const text = emptyTickFile().replace(/^ {2}# licences .*\n/m, "");
    expect(written(text, ["licences"])).toMatch(
      /^ {2}# acces-console-hebergement .*\n {2}# licences .*\n {2}licences: \{/m,
    );
  });

  test("a comment inside an entry, or in another section, is no line of a step", () => {
    const inside = "deroulement:\n  rne-etablissement:\n    # licences – vues\n    fait: 2026-08-01\n";
    expect(withoutStepLines(written(inside, ["licences"]))).toMatch(/fait: 2026-08-01\n {2}licences: \{/);
    const other =
      "licence:\n  # licences – vues\n  professeurs: 10\nderoulement:\n  rne-etablissement: { fait: 2026-08-01 }\n";
    expect(withoutStepLines(written(other, ["licences"]))).toMatch(/rne-etablissement: .*\n {2}licences: \{/);
  });
});

describe("a file that was begun without such lines", () => {
  const PLAIN = `# Tilleuls
deroulement:
  # vu avec le chef
  ${SLUGS[4]}: { fait: 2026-08-01 } # licences

  ${SLUGS[9]}: { fait: 2026-08-02 }
`;

  test("gets them around what is ticked, by one edit that keeps all that is there", () => {
    const text = written(PLAIN, [SLUGS[6] ?? ""]);
    const lines = text.split("\n");
    expect(lines.filter((line) => PLAIN.split("\n").includes(line)).join("\n")).toBe(PLAIN);
    const reserved = lines.flatMap((line) => /^ {2}# ([\w-]+) – /.exec(line)?.[1] ?? []);
    expect(reserved).toEqual(SLUGS.slice(5, 10));
    expect(entriesIn(text)).toEqual([SLUGS[4], SLUGS[6], SLUGS[9]]);
  });

  test("gets them once: a tick that has its line changes no other line", () => {
    const before = written(PLAIN, [SLUGS[6] ?? ""]);
    const after = written(before, [SLUGS[7] ?? ""]).split("\n");
    expect(after.filter((line) => !line.startsWith(`  ${SLUGS[7]}: {`)).join("\n")).toBe(before);
  });

  test.each(["deroulement:\n", "deroulement: {}\n", "deroulement: ~\n", ""])(
    "is as a new one where nothing is ticked: %j",
    (plain) => {
      const lines = (text: string) => text.split("\n").map((line) => line.trim());
      const [explained = "", head = "", ...others] = lines(written("", ["licences"]));
      expect(lines(written(plain === "" ? "# Tilleuls\n" : plain, ["licences"]))).toEqual([
        ...(plain === "" ? ["# Tilleuls"] : []),
        ...[head, explained, ...others],
      ]);
    },
  );

  test("beside other sections, no such lines are written", () => {
    const { texts, context } = fixture(
      "#- etablissement.pronote.yaml\nderoulement:\n  licences: { fait: 2026-08-01 }\n",
    );
    const { edit } = ticks(context, [
      { establishment: ROOT, slug: "rne-etablissement", action: "fait", par: "c" },
    ]);
    const text = (edit && edited(texts, edit).get(`${ROOT}/etablissement.pronote.yaml`)) ?? "";
    expect(text).toMatch(/^deroulement:\n {2}rne-etablissement: .*\n {2}licences: .*\n$/);
  });
});

describe("git merges branches", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rentree-merge-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The merged text, or `undefined` if git reports a conflict. */
  function merged(base: string, ours: string, theirs: string): string | undefined {
    const paths = Object.entries({ base, ours, theirs }).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
    const [before = "", one = "", other = ""] = paths;
    const { status, stdout } = spawnSync("git", ["merge-file", "-p", one, before, other], {
      encoding: "utf8",
    });
    return status === 0 ? stdout : undefined;
  }

  // Two steps have different numbers, so in one of these divisions they stand on different sides.
  const divisions = Array.from({ length: Math.ceil(Math.log2(SLUGS.length)) }, (_, bit) => bit);
  const side = (bit: number, is: number) => SLUGS.filter((_, index) => ((index >> bit) & 1) === is);

  test.each(divisions)("that tick different steps, whichever two they are (division %i)", (bit) => {
    const base = emptyTickFile();
    const text = merged(base, written(base, side(bit, 0)), written(base, side(bit, 1)));
    expect(entriesIn(text ?? "")).toEqual(SLUGS);
  });

  test.each(divisions)("that take back, or tick again, different steps (division %i)", (bit) => {
    const base = written("", SLUGS).replaceAll("2026-08-25", "2026-08-01");
    const again = written(base, side(bit, 1));
    const text = merged(base, written(base, side(bit, 0), "a-faire"), again);
    expect(entriesIn(text ?? "")).toEqual(side(bit, 1));
    expect(text).not.toContain("2026-08-01");
  });

  test.each(divisions)("that tick different steps in a file begun without lines (division %i)", (bit) => {
    // The first tick in it reserves the lines; from then on it is as a new one.
    const base = written("deroulement:\n", ["licences"]);
    const others = (is: number) => side(bit, is).filter((slug) => slug !== "licences");
    const text = merged(base, written(base, others(0)), written(base, others(1)));
    expect(entriesIn(text ?? "")).toEqual(SLUGS);
  });

  test.each(divisions)(
    "that leave one begun without lines, for steps between different entries (division %i)",
    (bit) => {
      const ticked = SLUGS.filter((_, index) => index % 2 === 0);
      const base = `deroulement:\n${ticked.map((slug) => `  ${slug}: { fait: 2026-08-01 }\n`).join("")}`;
      const half = Math.floor(bit / 2);
      const open = SLUGS.filter((_, index) => index % 2 === 1);
      const of = (is: number) => open.filter((_, index) => ((index >> half) & 1) === is);
      const text = merged(base, written(base, of(0)), written(base, of(1)));
      expect(entriesIn(text ?? "")).toEqual(SLUGS);
    },
  );

  test("in a repository, where the file is there before them", () => {
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
        cwd: folder,
        stdio: "pipe",
      });
    const path = join(folder, "deroulement.pronote.yaml");
    const commit = (text: string) => {
      writeFileSync(path, text);
      git("add", ".");
      git("commit", "--quiet", "--message", "tick");
    };
    git("init", "--quiet", "--initial-branch", "main");
    const base = written("", ["licences"]);
    commit(base);
    git("switch", "--quiet", "--create", "one");
    commit(written(base, ["rne-etablissement"]));
    git("switch", "--quiet", "main");
    commit(written(base, ["archive-de-juillet"]));
    git("merge", "--quiet", "one");
    expect(entriesIn(readFileSync(path, "utf8"))).toEqual([
      "rne-etablissement",
      "archive-de-juillet",
      "licences",
    ]);
  });
});
