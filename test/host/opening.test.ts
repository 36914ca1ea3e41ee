import { expect, test } from "vitest";
import { browserCommand, hasDisplay, openingNote, portIn } from "./opening.ts";

const URL_HERE = "http://127.0.0.1:40083/?folder=/a&payload=1";
const there = (file: string) => file.endsWith("xdg-open");

test("an address opens by what the machine has; not on a Linux machine without a display or an opener", () => {
  const linux = (env: Record<string, string>, exists = there) =>
    browserCommand(URL_HERE, env, "linux", exists);
  expect(linux({ DISPLAY: ":0", PATH: "/usr/bin" })).toEqual(["/usr/bin/xdg-open", URL_HERE]);
  expect(linux({ WAYLAND_DISPLAY: "wayland-0", PATH: "/usr/bin" })).toBeDefined();
  expect(linux({ PATH: "/usr/bin" })).toBeUndefined();
  expect(linux({ DISPLAY: ":0", PATH: "/usr/bin" }, () => false)).toBeUndefined();
  expect(browserCommand(URL_HERE, {}, "darwin")).toEqual(["open", URL_HERE]);
  expect(browserCommand(URL_HERE, {}, "win32")?.at(-1)).toBe(URL_HERE);
  expect([hasDisplay({}, "linux"), hasDisplay({ DISPLAY: "" }, "linux"), hasDisplay({}, "darwin")]).toEqual([
    false,
    false,
    true,
  ]);
});

test("without a display, it is said how to come to the address from another machine", () => {
  expect(openingNote(URL_HERE, true)).not.toContain("ssh");
  expect(openingNote(URL_HERE, false)).toContain("ssh -L 40083:127.0.0.1:40083 ");
});

test("a port that is none is refused", () => {
  expect([portIn({}), portIn({ PORT: "" }), portIn({ PORT: "8080" })]).toEqual([{}, {}, { port: 8080 }]);
  for (const text of ["abc", "80 80", "-1", "70000", "1e3"])
    expect(() => portIn({ PORT: text })).toThrow(text);
});
