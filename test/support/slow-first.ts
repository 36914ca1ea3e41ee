import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of a minute and more. By their size they would come last, one alone while the other processors are idle. */
const SLOW = /(?:every-edit|every-edit-of-examples|soak)(?:\.property)?\.test\.ts$/;

/** Vitest's order of files, but with the slowest first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
