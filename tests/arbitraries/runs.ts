/** How often a law is tried: few enough for a quick look, at least a thousand in CI. */
export const runs = Number(process.env.NAQL_RUNS ?? (process.env.CI ? 1000 : 200));

/** CI, with nothing said that makes it shorter or longer. */
export const isFullRun = Boolean(process.env.CI) && process.env.NAQL_RUNS === undefined;

/**
 * How often a law of formats is tried: for each format in the registry. Laws that look at the same Datasets draw them once for all; four
 * draw their own, so in CI each format meets 2,000 of them or more, which it counts. `NAQL_RUNS` asks for as many as one likes.
 */
export const codecRuns = Number(process.env.NAQL_RUNS ?? (process.env.CI ? 500 : 60));
