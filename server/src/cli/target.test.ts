import { describe, expect, test } from "vitest";
import { fakeWindows } from "../../../test/support/fake-windows.ts";
import { UsageError } from "./command.ts";
import { fileTarget, pathTargetOf } from "./target.ts";

const system = fakeWindows({
  "C:\\Académie\\base.pronote.yaml": "",
  "C:\\Académie\\École\\etablissement.pronote.yaml": "",
  "C:\\Académie\\École\\Classes\\a.pronote.yaml": "",
  "D:\\lycée\\etablissement.pronote.yaml": "",
  "\\\\serveur\\partage\\lycée\\etablissement.pronote.yaml": "",
});
const CWD = "C:\\Académie";
const ROOT = "file:///c%3A/Acad%C3%A9mie";
const SCHOOL = `${ROOT}/%C3%89cole`;

describe("a path of the command line on Windows", () => {
  test.each([
    ["with backslashes", ".\\École\\Classes"],
    ["with slashes", "École/Classes/"],
    ["in another case", "école\\CLASSES"],
    ["with a drive", "c:\\académie\\École\\Classes"],
    ["with a dot at its end, which Windows does not see", "École\\Classes."],
    ["from the current folder of its drive", "C:École\\Classes"],
    ["from the root of its drive", "\\Académie\\École\\Classes"],
  ])("%s", async (_, path) => {
    expect(await pathTargetOf(path, CWD, system)).toEqual({
      path,
      folder: `${SCHOOL}/Classes`,
      establishmentFolder: SCHOOL,
      root: ROOT,
    });
  });

  test("of a file", async () => {
    const target = await pathTargetOf("ÉCOLE\\classes\\A.Pronote.yaml", CWD, system);
    expect(target.file).toBe(`${SCHOOL}/Classes/a.pronote.yaml`);
    expect((await fileTarget("école\\Nouveau.pronote.yaml", CWD, system)).file).toBe(
      `${SCHOOL}/Nouveau.pronote.yaml`,
    );
  });

  test.each([
    ["on another drive", "d:\\LYCÉE", "file:///d%3A/lyc%C3%A9e"],
    ["on a share", "\\\\SERVEUR\\Partage\\Lycée", "file://serveur/partage/lyc%C3%A9e"],
  ])("%s", async (_, path, folder) => {
    expect(await pathTargetOf(path, CWD, system)).toEqual({ path, folder, root: folder });
  });

  test.each(["Collège", "E:\\x", "\\\\serveur\\autre", ""])("that does not exist: “%s”", async (path) => {
    await expect(pathTargetOf(path, CWD, system)).rejects.toThrow(UsageError);
  });
});
