/** A type of the meta-model of LSP. */
export interface Type {
  readonly kind: string;
  readonly name?: string;
  readonly value?: Type | string | number | boolean | { readonly properties: readonly Property[] };
  readonly element?: Type;
  readonly items?: readonly Type[];
  readonly key?: Type;
}

/** A property of a structure. */
export interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

/** A type with properties. */
export interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

/** A request or notification; of a client's request, the result is known, of anything that a server sends, the parameters. */
interface Method {
  readonly method: string;
  readonly messageDirection: string;
  readonly result?: Type;
  readonly params?: Type;
  readonly registrationOptions?: Type;
}

/** The meta-model of LSP, as far as messages of a server are validated by it. */
export interface Model {
  readonly requests: readonly Method[];
  readonly notifications: readonly Method[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly supportsCustomValues?: boolean;
    readonly values: readonly { readonly value: string | number }[];
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}
