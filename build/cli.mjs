#!/usr/bin/env node
/** The command line of Naql: `npm run -s cli -- ARGUMENTS`. Sets itself up on stderr where needed; stdout is the command's alone. */
import { pathToFileURL } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { runScript } from './failure.mjs';
import { inProject } from './project.mjs';

await runScript(async () => {
  installDependencies();
  // Loaded only now: before the line above there may be no packages to load.
  const { commandLineBundle } = await import('./bundling/bundles.mjs');
  const { buildBundles } = await import('./bundling/bundle.mjs');
  await buildBundles([commandLineBundle]);
  const program = inProject(...commandLineBundle.product.split('/'));
  process.argv = [process.argv[0] ?? 'node', program, ...process.argv.slice(2)];
  await import(pathToFileURL(program).href);
});
