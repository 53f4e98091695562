#!/usr/bin/env node
/**
 * Packs the app into release/, unpacked and for this platform: `npm run package [-- --official-only] [-- --inspect]`.
 *   --official-only  for releases: no other Electron will do; exit 3 when it can not be had
 *   --inspect        leaves the debugger's door open, so that tests can drive the packed app
 */
import path from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { readOptions, runScript, say } from './failure.mjs';
import { writeFileSync } from 'node:fs';
import { shippedPackages } from './bundling/shipped-packages.mjs';
import { billOfMaterials } from './packaging/sbom.mjs';
import { inProject, readJson } from './project.mjs';
import { provisionElectron } from './provision-electron.mjs';
import { runtimeTitle } from './runtime/runtime.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--official-only', '--inspect']);
  installDependencies();
  const { checkSignatures } = await import('./packaging/signatures.mjs');
  checkSignatures();
  const { appBundles } = await import('./bundling/bundles.mjs');
  const { buildBundles } = await import('./bundling/bundle.mjs');
  await buildBundles(appBundles);

  const runtime = await provisionElectron({ officialOnly: options.has('--official-only') });
  say(`naql: packing with ${runtimeTitle(runtime)}`);
  // What is made of any other than the official one is for trying only, and is kept apart.
  const output = runtime.kind === 'official' ? inProject('release') : inProject('release', 'test-runtime');
  const { packApp } = await import('./packaging/pack.mjs');
  const { fuses } = await packApp(runtime, { output, inspect: options.has('--inspect') });
  for (const line of fuses) say(`naql: fuse ${line}`);
  const bill = billOfMaterials(readJson(inProject('package.json')), runtime.version ?? 'unknown', shippedPackages());
  writeFileSync(path.join(output, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  say(`naql: ${bill.components.length} components in sbom.cdx.json`);
});
