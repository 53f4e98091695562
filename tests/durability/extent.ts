/** `whole` with `npm run test:durability`; otherwise a short run of everything, as part of `npm test`. */
export const isWhole = process.env['NAQL_DURABILITY'] === 'whole';

/** How often something is done; NAQL_ROUNDS overrides both, to look at one thing. */
export const rounds = (whole: number, short: number): number => Number(process.env['NAQL_ROUNDS'] ?? (isWhole ? whole : short));

/** A line of the report: every run prints what it counted, whether it passed or not. */
export const say = (line: string): void => console.log(`durability: ${line}`);
