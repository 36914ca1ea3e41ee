/** Handles errors in work that nobody awaits: they are logged with the name of the work, and nothing else stops. */
export interface Faults {
  /** A handler of rejections that logs the error under this name. */
  logged(name: string): (error: unknown) => void;
  /** Wraps a handler so that it never rejects: errors are logged under this name. */
  handled<P>(name: string, handle: (params: P) => unknown): (params: P) => Promise<void>;
}

/** Logs errors by `log`, which must not throw. */
export function faultsIn(log: (text: string) => void): Faults {
  const logged = (name: string) => (error: unknown) =>
    log(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  return {
    logged,
    handled: (name, handle) => async (params) => {
      try {
        await handle(params);
      } catch (error) {
        logged(name)(error);
      }
    },
  };
}
