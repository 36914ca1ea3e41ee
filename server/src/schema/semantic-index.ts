import type { Problem } from "../syntax/problem.ts";
import type { ScalarNode } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** A name that a text mentions, and what it may be a name of. */
export interface Mention {
  readonly node: ScalarNode;
  readonly schema: Schema;
  /** The kinds that are meant, and the words that stand for several. */
  readonly mentions: NonNullable<Schema["mentions"]>;
}

/** A name that a text declares. */
export interface Declaration {
  readonly node: ScalarNode;
  readonly kind: string;
}

/** What was found on the way through a text, with that of its blocks below. */
export interface SemanticIndex {
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
  readonly declarations: readonly Declaration[];
  readonly below: readonly SemanticIndex[];
  /** Whether there is a problem in it or below. */
  readonly faulty: boolean;
}

const NONE: readonly never[] = [];
const NO_FACTS: SemanticIndex = {
  problems: NONE,
  mentions: NONE,
  declarations: NONE,
  below: NONE,
  faulty: false,
};

/** Gathers facts on the way through a text: those of a part are apart from those around it. */
export class IndexBuilder {
  #problems: Problem[] = [];
  #mentions: Mention[] = [];
  #declarations: Declaration[] = [];
  #below: SemanticIndex[] = [];

  problem(problem: Problem): void {
    this.#problems.push(problem);
  }

  mention(node: ScalarNode, schema: Schema, mentions: Mention["mentions"]): void {
    this.#mentions.push({ node, schema, mentions });
  }

  declaration(node: ScalarNode, kind: string): void {
    this.#declarations.push({ node, kind });
  }

  /** What is known of a part. */
  include(facts: SemanticIndex): void {
    this.#below.push(facts);
  }

  /** A mark at which a part begins. */
  begin() {
    return [
      this.#problems.length,
      this.#mentions.length,
      this.#declarations.length,
      this.#below.length,
    ] as const;
  }

  /** Takes out what was found since a mark. */
  end([problem, mention, declaration, part]: ReturnType<IndexBuilder["begin"]>): SemanticIndex {
    const problems = since(this.#problems, problem);
    const mentions = since(this.#mentions, mention);
    const declarations = since(this.#declarations, declaration);
    const below = since(this.#below, part);
    if (problems === NONE && mentions === NONE && declarations === NONE && below === NONE) return NO_FACTS;
    const faulty = problems.length > 0 || below.some((one) => one.faulty);
    return { problems, mentions, declarations, below, faulty };
  }
}

/** The end of a list, which is cut off. */
function since<T>(list: T[], from: number): readonly T[] {
  return list.length > from ? list.splice(from) : NONE;
}
