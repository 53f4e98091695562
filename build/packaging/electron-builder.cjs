/**
 * How electron-builder packs the app. The Electron at hand is named in NAQL_RUNTIME (JSON); what is made of any other
 * than the official one is for trying only and is kept apart. NAQL_INSPECT=1 leaves the debugger's door open, for tests.
 */
const runtime = JSON.parse(process.env.NAQL_RUNTIME);
const isOfficial = runtime.kind === 'official';

module.exports = {
  appId: 'naql',
  asar: true,
  npmRebuild: false,
  publish: null,
  electronVersion: runtime.version,
  electronDist: runtime.dist,
  electronLanguages: ['en-US', 'fa'],
  directories: { output: isOfficial ? 'release' : 'release/test-runtime' },
  // Open by double click, and listed among the recent files, as the native format is.
  fileAssociations: [
    { ext: 'jsonl', name: 'Naql JSON Lines', role: 'Editor' },
    { ext: 'naql', name: 'Naql parcel', role: 'Editor' },
  ],
  files: ['dist/main/**', 'dist/preload/**', 'dist/renderer/**', '!**/*.map', 'package.json', '!node_modules/**'],
  afterPack: 'build/packaging/after-pack.cjs',
  linux: { target: ['dir'], category: 'Office' },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: process.env.NAQL_INSPECT === '1',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // A switch that the Electron does not have makes the packing fail; this one came with 29.
    ...(parseInt(runtime.version, 10) >= 29 && { grantFileProtocolExtraPrivileges: false }),
  },
};
