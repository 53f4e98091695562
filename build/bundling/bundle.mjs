import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ScriptFailure, say } from '../failure.mjs';
import { inProject } from '../project.mjs';
import { isFresh, recordFreshness, sourceHash } from './freshness.mjs';
import { licencesFile, packagesFile, shippedPackages } from './shipped-packages.mjs';

/**
 * Builds beside the place where the bundle goes and then changes the two over, so that an app or a test that is running
 * meanwhile never sees half a bundle, and a build that fails leaves the last good one.
 */
async function buildBundle(/** @type {import('./bundles.mjs').Bundle} */ { name, config, packages }) {
  const { build } = await import('vite');
  const place = inProject('dist', name);
  const stage = inProject('dist', `${name}.${process.pid}`);
  try {
    await build({ ...config, build: { ...config.build, outDir: stage, emptyOutDir: true } });
    writeFileSync(path.join(stage, packagesFile), JSON.stringify(packages()));
    rmSync(place, { recursive: true, force: true });
    renameSync(stage, place);
  } catch (error) {
    throw new ScriptFailure(`dist/${name} could not be built\n${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * Builds those of the bundles whose sources have changed, one after another, and says so on stderr. Throws at the first that can not be built.
 * @param {readonly import('./bundles.mjs').Bundle[]} bundles
 */
export async function buildBundles(bundles) {
  for (const bundle of bundles) {
    const hash = sourceHash(bundle);
    if (isFresh(bundle, hash)) continue;
    const start = performance.now();
    await buildBundle(bundle);
    recordFreshness(bundle, hash);
    say(`naql: built dist/${bundle.name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  // The page shows what the whole app is made of.
  if (existsSync(inProject('dist', 'renderer'))) writeFileSync(inProject('dist', 'renderer', licencesFile), JSON.stringify(shippedPackages()));
}
