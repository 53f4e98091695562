import { rmSync } from 'node:fs';
import { ScriptFailure, say } from '../failure.mjs';
import { inProject } from '../project.mjs';
import { isFresh, recordFreshness, sourceHash } from './freshness.mjs';

/**
 * Builds those of the bundles whose sources have changed, one after another, and says so on stderr. Throws at the first that can not be built.
 * @param {readonly import('./bundles.mjs').Bundle[]} bundles
 */
export async function buildBundles(bundles) {
  for (const bundle of bundles) {
    const hash = sourceHash(bundle);
    if (isFresh(bundle, hash)) continue;
    const start = performance.now();
    // A build that fails half-way must not pass for the finished one of before.
    rmSync(inProject('dist', `${bundle.name}.sha256`), { force: true });
    const { build } = await import('vite');
    try {
      await build(bundle.config);
    } catch (error) {
      throw new ScriptFailure(`dist/${bundle.name} could not be built\n${error instanceof Error ? error.message : String(error)}`);
    }
    recordFreshness(bundle, hash);
    say(`naql: built dist/${bundle.name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}
