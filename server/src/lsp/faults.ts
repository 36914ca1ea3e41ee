/** Owns the faults of what nobody waits for: each is logged with the name of its part, and ends nothing. */
export interface Faults {
  /** Takes a fault of a part. */
  logged(name: string): (error: unknown) => void;
  /** Makes a handler one that never fails. */
  handled<P>(name: string, handle: (params: P) => unknown): (params: P) => Promise<void>;
}

/** Faults that are logged by `log`, which itself must not fail. */
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
