#!/usr/bin/env node
/** Builds the app and the command line into dist/: `node build/build.mjs`. What has not changed is not built again. */
import { appBundles, commandLineBundle } from './bundling/bundles.mjs';
import { buildBundles } from './bundling/bundle.mjs';
import { runScript } from './failure.mjs';

await runScript(() => buildBundles([...appBundles, commandLineBundle]));
