/** fast-check, as every test of a law gets it: here alone is said how often a law is tried. */
import fc, { type Arbitrary, type WeightedArbitrary } from 'fast-check';

/** 10 in the usual run, 1000 in the long one (jest.long.config.js). LAW_RUNS says another number. */
export const LAW_RUNS = Number(process.env['LAW_RUNS'] ?? 10);

/** The seed that a failure has printed plays it again; without one, each run has its own. */
const seed = process.env['LAW_SEED'];

fc.configureGlobal({ numRuns: LAW_RUNS, ...(seed === undefined ? {} : { seed: Number(seed) }) });

export { type Arbitrary, fc, type WeightedArbitrary };
