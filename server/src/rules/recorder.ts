import type { Answered, Ask, Asked, Question } from "./ask.ts";

/** Who answers questions. */
interface Answering {
  answered(key: string, name: Question["name"], args: readonly string[]): Answered;
}

/** Puts questions, and keeps what was answered where `asked` says. */
export class Recorder implements Ask {
  asked: Asked = new Map();
  readonly #answers: Answering;

  constructor(answers: Answering) {
    this.#answers = answers;
  }

  has(kind: string, name: string): boolean | undefined {
    return this.#put(`has\0${kind}\0${name}`, "has", [kind, name]);
  }

  the(kind: string, name: string): never {
    return this.#put(`the\0${kind}\0${name}`, "the", [kind, name]);
  }

  names(kind: string): readonly string[] {
    return this.#put(`names\0${kind}`, "names", [kind]);
  }

  all(kind: string): never {
    return this.#put(`all\0${kind}`, "all", [kind]);
  }

  get(...path: readonly string[]): never {
    return this.#put(`get\0${path.join("\0")}`, "get", path);
  }

  written(...path: readonly string[]): boolean | undefined {
    return this.#put(`written\0${path.join("\0")}`, "written", path);
  }

  used(kind: string, name: string): boolean | undefined {
    return this.#put(`used\0${kind}\0${name}`, "used", [kind, name]);
  }

  mistaken(kind: string, name: string): boolean {
    return this.#put(`mistaken\0${kind}\0${name}`, "mistaken", [kind, name]);
  }

  own(uri: string): boolean {
    return this.#put(`own\0${uri}`, "own", [uri]);
  }

  today(): string {
    return this.#put("today", "today", []);
  }

  #put(key: string, name: Question["name"], args: readonly string[]): never {
    const answered = this.#answers.answered(key, name, args);
    this.asked.set(key, answered);
    return answered.answer as never;
  }
}
