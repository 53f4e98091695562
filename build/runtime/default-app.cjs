/**
 * Stands in for Electron's default app, which an Electron taken from a finished product lacks:
 * makes `electron [-r FILE] FOLDER` and `electron --version` work. Runs inside Electron, packed as an asar.
 */
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const preloads = [];
let target = null;
const given = process.argv.slice(1);
while (given.length > 0) {
  const argument = given.shift();
  if (argument === '--version' || argument === '-v') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  }
  if (argument === '-r' || argument === '--require') preloads.push(given.shift());
  else if (!argument.startsWith('-') && target === null) target = path.resolve(argument);
}
if (target === null) {
  process.stderr.write('usage: electron [-r FILE] FOLDER\n');
  process.exit(2);
}
Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

let entry = target;
if (fs.statSync(target).isDirectory()) {
  const description = JSON.parse(fs.readFileSync(path.join(target, 'package.json'), 'utf8'));
  if (description.version) app.setVersion(description.version);
  app.name = description.productName ?? description.name ?? app.name;
  if (process.platform === 'linux' && description.desktopName) app.setDesktopName(description.desktopName);
  app.setAppPath(target);
  entry = path.join(target, description.main ?? 'index.js');
}
Module._load(entry, Module, true);
