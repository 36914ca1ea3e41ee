import { expect, test } from "vitest";
import { fakeWindows } from "../../../test/support/fake-windows.ts";
import { diskOf } from "./disk.ts";

const FILES = {
  "C:\\Académie\\.git\\HEAD": "",
  "C:\\Académie\\base.pronote.yaml": "a: 1\r\n",
  "C:\\Académie\\École\\Etablissement.pronote.yaml": "b: 1\r\n",
  "C:\\Académie\\École\\node_modules\\x.pronote.yaml": "",
  "D:\\ailleurs\\c.pronote.yaml": "c: 1\n",
  "\\\\serveur\\partage\\École\\etablissement.pronote.yaml": "d: 1\n",
};
const LINKS = {
  "C:\\Académie\\École\\dehors.pronote.yaml": "D:\\ailleurs\\c.pronote.yaml",
  "C:\\Académie\\École\\dedans.pronote.yaml": "C:\\Académie\\École\\Etablissement.pronote.yaml",
  "C:\\Académie\\jonction": "D:\\ailleurs",
  "E:\\Projets\\lien": "C:\\Académie",
};
const disk = diskOf(fakeWindows(FILES, LINKS));
const ROOT = "file:///c%3A/Acad%C3%A9mie";
const SCHOOL = `${ROOT}/%C3%89cole`;

test("files are found below a drive and below a share", async () => {
  const skipped: string[] = [];
  expect(await disk.find(ROOT, undefined, (folder) => skipped.push(folder))).toEqual(
    [
      `${SCHOOL}/Etablissement.pronote.yaml`,
      `${SCHOOL}/dedans.pronote.yaml`,
      `${ROOT}/base.pronote.yaml`,
    ].sort(),
  );
  expect(skipped.sort()).toEqual([`${SCHOOL}/dehors.pronote.yaml`, `${ROOT}/jonction`].sort());
  expect(await disk.find("file://serveur/partage")).toEqual([
    "file://serveur/partage/%C3%89cole/etablissement.pronote.yaml",
  ]);
});

test("the root of a repository is found upwards, at most to the drive or the share", async () => {
  expect(await disk.rootOf(SCHOOL)).toBe(ROOT);
  expect(await disk.rootOf("file:///d%3A/ailleurs")).toBe("file:///d%3A/ailleurs");
  expect(await disk.rootOf("file://serveur/partage/%C3%89cole")).toBe("file://serveur/partage/%C3%89cole");
});

test("a folder of another system is not searched, and said to be unreadable", async () => {
  const unreadable: string[] = [];
  expect(await disk.find("file:///home/a", (folder) => unreadable.push(folder))).toEqual([]);
  expect(unreadable).toEqual(["file:///home/a"]);
});

test.each([
  ["a file, with the line ends of Windows", `${ROOT}/base.pronote.yaml`, { text: "a: 1\r\n" }],
  [
    "a folder that the client wrote in another case",
    "file:///c%3A/ACAD%C3%89MIE/base.pronote.yaml",
    { text: "a: 1\r\n" },
  ],
  ["a link within", `${SCHOOL}/dedans.pronote.yaml`, { text: "b: 1\r\n" }],
  ["a link to another drive", `${SCHOOL}/dehors.pronote.yaml`, { unreadable: "outside" }],
  ["a file below a junction to another drive", `${ROOT}/jonction/c.pronote.yaml`, { unreadable: "outside" }],
  [
    "a file of another machine",
    "file://serveur/partage/%C3%89cole/etablissement.pronote.yaml",
    { unreadable: "outside" },
  ],
  ["a path of another system", "file:///a.pronote.yaml", { unreadable: "no-access" }],
])("%s", async (_, uri, result) => {
  expect(await disk.read(uri, { within: [ROOT] })).toEqual(result);
});

test("a workspace folder may be a junction", async () => {
  const within = ["file:///e%3A/Projets/lien"];
  const uri = "file:///e%3A/Projets/lien/base.pronote.yaml";
  expect(await disk.find(within[0] ?? "")).toContain(uri);
  expect(await disk.read(uri, { within, isNamed: true })).toEqual({ text: "a: 1\r\n" });
});

test("a base is named in the case that it has on the disk, as on other systems", async () => {
  const read = (uri: string, within: string) => disk.read(uri, { within: [within], isNamed: true });
  expect(await read(`${ROOT}/Base.pronote.yaml`, ROOT)).toEqual({ unreadable: "missing" });
  expect(await read(`${ROOT}/base.pronote.yaml`, ROOT)).toEqual({ text: "a: 1\r\n" });
  // The case of the folder that is checked is that of whoever opened it.
  const other = "file:///c%3A/acad%C3%A9mie";
  expect(await read(`${other}/base.pronote.yaml`, other)).toEqual({ text: "a: 1\r\n" });
  expect(await read(`${other}/%C3%A9cole/Etablissement.pronote.yaml`, other)).toEqual({
    unreadable: "missing",
  });
});
