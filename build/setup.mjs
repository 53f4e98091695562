#!/usr/bin/env node
/**
 * Makes a fresh clone ready: the packages of package-lock.json, an Electron, and the system libraries it needs.
 * Quick when nothing is missing; runs before `npm start` and `npm test`. Uses nothing but Node itself.
 *
 * node build/setup.mjs [--tests] [--chromium] [--packages] [--official-only]
 *   --tests          also what showing windows without a screen needs
 *   --chromium       the system's Chromium instead of an Electron
 *   --packages       the packages alone
 *   --official-only  for releases: no other Electron will do
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`naql: Node 20.19 or newer is needed; this is ${process.versions.node}.\n`);
  process.exit(1);
}

// Loaded only now: an older Node would stumble over their syntax before it could say the sentence above.
const { readOptions, runScript } = await import('./failure.mjs');
const { installDependencies } = await import('./dependencies.mjs');
const { provisionElectron } = await import('./provision-electron.mjs');
const { rememberRuntime } = await import('./runtime/runtime.mjs');
const { installPackages, packagesForChromium, packagesForDisplay, packagesForElectron } = await import('./runtime/libraries.mjs');

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--tests', '--chromium', '--packages', '--official-only']);
  installDependencies();
  if (options.has('--packages')) return;
  if (options.has('--chromium')) {
    installPackages(packagesForChromium);
    return;
  }
  const runtime = await provisionElectron({ officialOnly: options.has('--official-only') });
  installPackages(() => [...packagesForElectron(runtime.dist), ...(options.has('--tests') ? packagesForDisplay() : [])]);
  rememberRuntime(runtime);
});
