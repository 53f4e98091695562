/** How often a law is tried: few enough for a quick look, at least a thousand in CI. */
export const runs = Number(process.env.NAQL_RUNS ?? (process.env.CI ? 1000 : 200));

/**
 * How often a law of formats is tried: for each format in the registry. Five laws at least draw Datasets, so in CI each format meets 2,500
 * of them or more. 2,000 for each law would take CI some five minutes longer; `NAQL_RUNS` asks for as many as one likes.
 */
export const codecRuns = Number(process.env.NAQL_RUNS ?? (process.env.CI ? 500 : 60));
