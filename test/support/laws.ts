/** fast-check, as every test of a law gets it: here alone is said how often a law is tried. */
import fc, { type Arbitrary, type WeightedArbitrary } from 'fast-check';

/** 10 in the usual run, 300 in the long one (jest.long.config.js). LAW_RUNS says another number. */
const LAW_RUNS = Number(process.env['LAW_RUNS'] ?? 10);

/** Whether laws are tried more often than in the usual run, and whatever else takes long is done as well. */
export const IS_LONG_RUN = LAW_RUNS > 10;

/** So that the usual run fails by what was changed, and not by chance. */
const USUAL_SEED = '20261125';

/** The seed that a failure has printed plays it again. Without one, longer runs have a new one each time. */
const seed = process.env['LAW_SEED'] ?? (IS_LONG_RUN ? undefined : USUAL_SEED);

fc.configureGlobal({ numRuns: LAW_RUNS, ...(seed === undefined ? {} : { seed: Number(seed) }) });

export { type Arbitrary, fc, type WeightedArbitrary };
