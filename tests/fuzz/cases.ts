/** All cases together, over all readers; `npm run test:fuzz NUMBER` sets it; CI draws 20,000. */
export const cases = Number(process.env['NAQL_FUZZ'] ?? 110_000);

/** The same cases every time, unless somebody wants others. */
export const seed = Number(process.env['NAQL_FUZZ_SEED'] ?? 1405);
