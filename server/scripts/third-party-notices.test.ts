import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { thirdPartyNotices } from "./third-party-notices.ts";

/** The notices for a bundle, given the number of bytes that each file has in it, in a folder with these packages. */
function noticesFor(
  inputs: Readonly<Record<string, number>>,
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  const root = mkdtempSync(join(tmpdir(), "rentree-notices-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [folder, files] of Object.entries(packages))
    for (const [file, text] of Object.entries(files)) {
      const path = join(root, folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  const metafile = {
    inputs: {},
    outputs: {
      "dist/a.js": {
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }]),
        ),
      },
    },
  } as unknown as Metafile;
  return thirdPartyNotices(root, [metafile]);
}

const manifest = (name: string, version = "1.0.0", license = "MIT") =>
  JSON.stringify({ name, version, license });
const good = (name: string) => ({ "package.json": manifest(name), LICENSE: `Copyright ${name}\r\n` });

test("the notices name exactly the packages with code in the bundle, wherever they are installed", () => {
  const text = noticesFor(
    {
      "server/src/a.ts": 10,
      "yaml:yaml": 10,
      "node_modules/a/lib/x.js": 10,
      "node_modules/a/lib/y.js": 10,
      "node_modules/a/node_modules/b/x.js": 10,
      "node_modules/@s/c/x.js": 10,
      "node_modules/unused/x.js": 0,
    },
    {
      "node_modules/a": { ...good("a"), NOTICE: "Notice of a" },
      "node_modules/a/node_modules/b": {
        "package.json": manifest("b", "2.0.0", "ISC"),
        "licence.md": "Copyright a",
      },
      "node_modules/@s/c": { ...good("@s/c"), "License.txt": "More of c" },
      "node_modules/unused": good("unused"),
    },
  );
  expect(text).toMatchInlineSnapshot(`
    "Third-party notices

    Rentrée contains code of the following packages. The texts of their licences are below.

    - @s/c 1.0.0 (MIT)
    - a 1.0.0 (MIT)
    - b 2.0.0 (ISC)

    --------------------------------------------------------------------------------
    @s/c 1.0.0

    Copyright @s/c

    --------------------------------------------------------------------------------
    @s/c 1.0.0

    More of c

    --------------------------------------------------------------------------------
    a 1.0.0, b 2.0.0

    Copyright a

    --------------------------------------------------------------------------------
    a 1.0.0

    Notice of a
    "
  `);
});

test.each([
  ["no text", { "package.json": manifest("a"), "README.md": "MIT" }, "a 1.0.0: no text of its licence"],
  ["an empty text", { "package.json": manifest("a"), LICENSE: "\n" }, "a 1.0.0: no text of its licence"],
  [
    "a notice but no licence",
    { "package.json": manifest("a"), NOTICE: "n" },
    "a 1.0.0: no text of its licence",
  ],
  [
    "another licence",
    { ...good("a"), "package.json": manifest("a", "1.0.0", "GPL-3.0-only") },
    "GPL-3.0-only is none of",
  ],
  [
    "no licence",
    { ...good("a"), "package.json": '{ "name": "a", "version": "1.0.0" }' },
    "undefined is none of",
  ],
])("a package with %s is rejected", (_, files, why) => {
  expect(() => noticesFor({ "node_modules/a/x.js": 1 }, { "node_modules/a": files })).toThrow(why);
});

test("all rejected packages are named", () => {
  const bare = (name: string) => ({ "package.json": manifest(name) });
  expect(() =>
    noticesFor(
      { "node_modules/a/x.js": 1, "node_modules/b/x.js": 1 },
      { "node_modules/a": bare("a"), "node_modules/b": bare("b") },
    ),
  ).toThrow(/^a 1\.0\.0: no text of its licence was found\nb 1\.0\.0: no text of its licence was found$/);
});
