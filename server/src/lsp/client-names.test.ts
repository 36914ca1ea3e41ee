import { describe, expect, test } from "vitest";
import { canonicalFolder } from "../base/uri.ts";
import { ClientNames } from "./client-names.ts";

const anyCase = { ignoresCase: true, spelling: (uri: string) => uri };

test("the client is told a place as it called it", () => {
  const names = new ClientNames();
  expect(names.remember("file:///C:/École/a.yaml")).toBe("file:///c%3A/%C3%89cole/a.yaml");
  expect(names.name("file:///c%3A/%C3%89cole/a.yaml")).toBe("file:///C:/École/a.yaml");
  // An event in another spelling changes nothing.
  names.mention("file:///c%3a/%C3%89cole/a.yaml");
  expect(names.name("file:///c%3A/%C3%89cole/a.yaml")).toBe("file:///C:/École/a.yaml");
});

test("what the client has not named is told below the folder that it named", () => {
  const names = new ClientNames();
  names.remember("file:///C:/Mes%20écoles/", canonicalFolder);
  expect(names.name("file:///c%3A/Mes%20%C3%A9coles/b%20c.yaml")).toBe("file:///C:/Mes%20écoles/b%20c.yaml");
  expect(names.name("file:///d%3A/b.yaml")).toBe("file:///d%3A/b.yaml");
});

test("a spelling that says nothing more is not kept", () => {
  const names = new ClientNames();
  const key = names.mention("file:///c%3A/a.yaml");
  names.mention("file:///C:/a.yaml");
  expect(names.name(key)).toBe("file:///C:/a.yaml");
  // Below a folder that the client spells in its own way, the canonical spelling is one of its own.
  names.remember("file:///C:/x/", canonicalFolder);
  names.remember("file:///c%3A/x/a.yaml");
  names.release("file:///c%3A/x/a.yaml");
  expect(names.name("file:///c%3A/x/a.yaml")).toBe("file:///c%3A/x/a.yaml");
  // What was closed is told like any other file, in the spelling that the client uses now.
  names.remember("file:///d%3A/a.yaml");
  names.mention("file:///D:/a.yaml");
  expect(names.name("file:///d%3A/a.yaml")).toBe("file:///d%3A/a.yaml");
  names.release("file:///d%3A/a.yaml");
  names.mention("file:///D:/a.yaml");
  expect(names.name("file:///d%3A/a.yaml")).toBe("file:///D:/a.yaml");
});

test("what the disk spells in another way is told so", () => {
  const names = new ClientNames({ ignoresCase: false, spelling: (uri) => uri.replace("%C3%A9", "e%CC%81") });
  expect(names.name("file:///%C3%A9t%C3%A9/a.yaml")).toBe("file:///e%CC%81t%C3%A9/a.yaml");
  names.remember("file:///été/a.yaml");
  expect(names.name("file:///%C3%A9t%C3%A9/a.yaml")).toBe("file:///été/a.yaml");
});

describe("where the system ignores case", () => {
  test("a file keeps the spelling that was met first", () => {
    const names = new ClientNames(anyCase);
    const found = names.met("file:///c%3A/%C3%89cole/Classes.yaml");
    expect(found).toBe("file:///c%3A/%C3%89cole/Classes.yaml");
    expect(names.keyOf("file:///C:/ÉCOLE/classes.yaml")).toBe(found);
    expect(names.remember("file:///c:/école/CLASSES.YAML")).toBe(found);
    expect(names.name(found)).toBe("file:///c:/école/CLASSES.YAML");
  });

  test("a new file is below the folder that is known", () => {
    const names = new ClientNames(anyCase);
    names.met("file:///c%3A/Ecole/Classes.yaml");
    expect(names.keyOf("file:///c%3A/ECOLE/Groupes.yaml")).toBe("file:///c%3A/Ecole/Groupes.yaml");
    expect(names.keyOf("file:///c%3A/ECOLES/Groupes.yaml")).toBe("file:///c%3A/ECOLES/Groupes.yaml");
  });

  test("a file that the client opened before it was found is one", () => {
    const names = new ClientNames(anyCase);
    const opened = names.remember("file:///c%3A/Ecole/classes.yaml");
    expect(names.met("file:///c%3A/Ecole/Classes.yaml")).toBe(opened);
  });

  test("other schemes are as they are", () => {
    const names = new ClientNames(anyCase);
    names.remember("memfs:/A/a.yaml");
    expect(names.keyOf("memfs:/a/a.yaml")).toBe("memfs:/a/a.yaml");
  });
});

test("elsewhere, names that differ by case are two", () => {
  const names = new ClientNames({ ...anyCase, ignoresCase: false });
  names.met("file:///Ecole/a.yaml");
  expect(names.keyOf("file:///ecole/a.yaml")).toBe("file:///ecole/a.yaml");
});
