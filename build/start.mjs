#!/usr/bin/env node
/** Builds the app and opens it: `npm start`. Arguments go to the app. */
import { spawn } from 'node:child_process';
import { appBundles } from './bundling/bundles.mjs';
import { buildBundles } from './bundling/bundle.mjs';
import { runScript, say } from './failure.mjs';
import { projectDirectory } from './project.mjs';
import { chosenRuntime } from './runtime/runtime.mjs';
import { sandboxArguments } from './runtime/sandbox.mjs';

await runScript(async () => {
  const { executable, dist } = chosenRuntime();
  await buildBundles(appBundles);
  const sandbox = sandboxArguments(dist);
  if (sandbox.length > 0) say('naql: Chromium\'s sandbox can not work for this user; starting without it');
  const app = spawn(executable, [projectDirectory, ...sandbox, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl+C reaches the app by itself; we stay until it has saved and gone.
  process.on('SIGINT', () => {});
  process.exitCode = await new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('close', (code) => resolve(code ?? 1));
  });
});
