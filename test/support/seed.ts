import fc from "fast-check";

// The same cases in every run, so that a red test is about the change at hand; `SEED=$RANDOM` looks for others.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["SEED"] ?? 20260825) });
