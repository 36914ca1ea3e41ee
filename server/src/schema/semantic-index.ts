import type { Problem } from "../syntax/problem.ts";
import type { Block, ScalarNode } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** A name that a text mentions, and what it may refer to. */
export interface Mention {
  readonly node: ScalarNode;
  readonly schema: Schema;
  /** The kinds that it may refer to, and the words that stand for several names. */
  readonly mentions: NonNullable<Schema["mentions"]>;
}

/** A name that a text declares. */
export interface Declaration {
  readonly node: ScalarNode;
  readonly kind: string;
}

/** The problems, mentions and declarations found in a text, with those of its blocks below. */
export interface SemanticIndex {
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
  readonly declarations: readonly Declaration[];
  readonly below: readonly SemanticIndex[];
  /** Whether there is a problem here or below. */
  readonly faulty: boolean;
  /** The block that it is the index of, if it is one. All have this key: objects of one shape are read faster. */
  readonly block: Block | undefined;
}

const NONE: readonly never[] = [];
const EMPTY: SemanticIndex = {
  problems: NONE,
  mentions: NONE,
  declarations: NONE,
  below: NONE,
  faulty: false,
  block: undefined,
};

/** Collects the semantic index during a conversion; a part that is cached by itself gets an index of its own. */
export class IndexBuilder {
  #problems: Problem[] = [];
  #mentions: Mention[] = [];
  #declarations: Declaration[] = [];
  #below: SemanticIndex[] = [];

  /** Adds a problem to the current part. */
  problem(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Adds a mention to the current part. */
  mention(node: ScalarNode, schema: Schema, mentions: Mention["mentions"]): void {
    this.#mentions.push({ node, schema, mentions });
  }

  /** Adds a declaration to the current part. */
  declaration(node: ScalarNode, kind: string): void {
    this.#declarations.push({ node, kind });
  }

  /** Adds the index of a part. */
  include(index: SemanticIndex): void {
    this.#below.push(index);
  }

  /** Starts a part; the result is to be passed to `end`. */
  begin() {
    return [
      this.#problems.length,
      this.#mentions.length,
      this.#declarations.length,
      this.#below.length,
    ] as const;
  }

  /** Removes what was added since `begin`, and gives it as the index of the part, which may be a block of its own. */
  end(
    [problem, mention, declaration, belowCount]: ReturnType<IndexBuilder["begin"]>,
    block?: Block,
  ): SemanticIndex {
    const problems = takeFrom(this.#problems, problem);
    const mentions = takeFrom(this.#mentions, mention);
    const declarations = takeFrom(this.#declarations, declaration);
    const below = takeFrom(this.#below, belowCount);
    if (problems === NONE && mentions === NONE && declarations === NONE && below === NONE) return EMPTY;
    const faulty = problems.length > 0 || below.some((one) => one.faulty);
    return { problems, mentions, declarations, below, faulty, block };
  }
}

/** Removes the items from an index on, and gives them. */
function takeFrom<T>(list: T[], from: number): readonly T[] {
  return list.length > from ? list.splice(from) : NONE;
}
