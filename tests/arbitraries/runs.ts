/** How often a law is tried: few enough for a quick look, at least a thousand in CI. */
export const runs = Number(process.env.NAQL_RUNS ?? (process.env.CI ? 1000 : 200));
