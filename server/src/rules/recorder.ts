import { type Answer, type Ask, Asked, type Question } from "./ask.ts";

/** Who answers questions. */
interface Answering {
  answer(name: Question["name"], args: readonly string[]): Answer;
}

/** Puts questions, and gathers the answers. */
export class Recorder implements Ask {
  /** Where the answers are gathered from now on. */
  asked = new Asked();
  readonly #answers: Answering;

  constructor(answers: Answering) {
    this.#answers = answers;
  }

  has(kind: string, name: string): boolean | undefined {
    return this.#put("has", [kind, name]);
  }

  the(kind: string, name: string): never {
    return this.#put("the", [kind, name]);
  }

  names(kind: string): readonly string[] {
    return this.#put("names", [kind]);
  }

  all(kind: string): never {
    return this.#put("all", [kind]);
  }

  get(...path: readonly string[]): never {
    return this.#put("get", path);
  }

  written(...path: readonly string[]): boolean | undefined {
    return this.#put("written", path);
  }

  used(kind: string, name: string): boolean | undefined {
    return this.#put("used", [kind, name]);
  }

  mistaken(kind: string, name: string): boolean {
    return this.#put("mistaken", [kind, name]);
  }

  own(uri: string): boolean {
    return this.#put("own", [uri]);
  }

  today(): string {
    return this.#put("today", []);
  }

  #put(name: Question["name"], args: readonly string[]): never {
    const answer = this.#answers.answer(name, args);
    this.asked.add(answer);
    return answer.value as never;
  }
}
