import fc from "fast-check";

// Property tests use the same cases in every run, so that a failure is due to the current change; `SEED=$RANDOM` tries
// others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["SEED"] ?? 20260825) });
