/** fast-check, as every test of a law gets it: here alone is said how often a law is tried. */
import fc, { type Arbitrary, type WeightedArbitrary } from 'fast-check';

/** 10 in the usual run, 1000 in the long one (jest.long.config.js). LAW_RUNS says another number. */
export const LAW_RUNS = Number(process.env['LAW_RUNS'] ?? 10);

/** So that the usual run fails by what was changed, and not by chance. */
const USUAL_SEED = '20261125';

/** The seed that a failure has printed plays it again. Without one, longer runs have a new one each time. */
const seed = process.env['LAW_SEED'] ?? (LAW_RUNS > 10 ? undefined : USUAL_SEED);

fc.configureGlobal({ numRuns: LAW_RUNS, ...(seed === undefined ? {} : { seed: Number(seed) }) });

export { type Arbitrary, fc, type WeightedArbitrary };
