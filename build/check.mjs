#!/usr/bin/env node
/** Types of every room, lint and style sheets: `npm run check`. */
import { runScript } from './failure.mjs';
import { runChecks } from './testing/suites.mjs';
import { closingLine } from './testing/tally.mjs';

await runScript(async () => {
  const result = await runChecks();
  process.stdout.write(`\n${closingLine(result)}\n`);
  if (result.failed > 0) process.exitCode = 1;
});
