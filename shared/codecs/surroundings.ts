/** What lies beside the encoded files of an export (docs/formats/export-folder.md). No Dataset is in it. */
export const surroundings = {
  card: 'README.md',
  export: 'export.json',
  gold: 'gold.jsonl',
  licence: 'LICENSE',
  lock: 'splits.lock.jsonl',
  losses: 'loss-report.json',
  manifest: 'MANIFEST.sha256',
  rehydrate: 'rehydrate.py',
} as const;

const names: ReadonlySet<string> = new Set(Object.values(surroundings));
const nameIn = (folder: string, name: string): boolean => name.startsWith(folder) && names.has(name.slice(folder.length));

/** Without what lies beside the encoded files of exports: whoever opens the folder of one means what was exported. */
export function withoutSurroundings<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  const all = new Set(files.map(({ name }) => name));
  const folders = [...all].filter((name) => /(?:^|\/)export\.json$/.test(name)).map((name) => name.slice(0, -surroundings.export.length));
  const exports = folders.filter((folder) => all.has(`${folder}${surroundings.manifest}`));
  return files.filter(({ name }) => !exports.some((folder) => nameIn(folder, name)));
}
