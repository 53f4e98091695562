/**
 * How electron-builder packs the app (pack.mjs). The Electron at hand is named in NAQL_RUNTIME (JSON), the folder that it is packed into
 * in NAQL_OUTPUT. NAQL_INSPECT=1 leaves the debugger's door open, for tests.
 */
const runtime = JSON.parse(process.env.NAQL_RUNTIME);

module.exports = {
  appId: 'naql',
  asar: true,
  npmRebuild: false,
  publish: null,
  electronVersion: runtime.version,
  electronDist: runtime.dist,
  electronLanguages: ['en-US', 'fa'],
  directories: { output: process.env.NAQL_OUTPUT },
  // Open by double click, and listed among the recent files, as the native format is.
  fileAssociations: [
    { ext: 'jsonl', name: 'Naql JSON Lines', role: 'Editor' },
    { ext: 'naql', name: 'Naql parcel', role: 'Editor' },
  ],
  files: ['dist/main/**', 'dist/preload/**', 'dist/renderer/**', '!**/*.map', 'package.json', '!node_modules/**'],
  afterPack: 'build/packaging/after-pack.cjs',
  // Only an installer for everybody may say on Windows which program opens a file.
  nsis: { oneClick: false, perMachine: true },
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
