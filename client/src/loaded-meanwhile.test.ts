import { expect, test } from "vitest";
import { withLoadedMeanwhile } from "./loaded-meanwhile.ts";

function shown(name: string, revision: string, isLoaded: boolean) {
  return { uri: `file:///${name}`, revision, isLoaded };
}

test("an establishment that was loaded while the totals were asked for stays loaded", () => {
  const loaded = shown("b", "1", true);
  const asked = [shown("a", "1", false), shown("b", "1", false), shown("c", "2", true)];
  const now = [shown("a", "1", false), loaded, shown("c", "1", true)];
  const { establishments, isOutdated } = withLoadedMeanwhile(asked, now);
  expect(establishments).toEqual([asked[0], loaded, asked[2]]);
  expect(isOutdated).toBe(false);
});

test("one that is another by then is asked for again", () => {
  const { establishments, isOutdated } = withLoadedMeanwhile(
    [shown("a", "2", false)],
    [shown("a", "1", true)],
  );
  expect(establishments).toEqual([shown("a", "1", true)]);
  expect(isOutdated).toBe(true);
});

test("one that is not there any more is not kept", () => {
  expect(withLoadedMeanwhile([], [shown("a", "1", true)]).establishments).toEqual([]);
});
