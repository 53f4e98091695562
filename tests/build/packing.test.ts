import { createRequire } from 'node:module';
import { describe, expect, test, vi } from 'vitest';
import { inProject } from '../../build/project.mjs';

interface Packing {
  readonly fileAssociations: readonly { readonly ext: string }[];
  readonly nsis: { readonly perMachine: boolean; readonly oneClick: boolean };
}

function packing(): Packing {
  vi.stubEnv('NAQL_RUNTIME', JSON.stringify({ version: '41.0.0', dist: 'electron' }));
  try {
    return createRequire(import.meta.url)(inProject('build', 'packaging', 'electron-builder.cjs')) as Packing;
  } finally {
    vi.unstubAllEnvs();
  }
}

describe('the packed app', () => {
  const { fileAssociations, nsis } = packing();
  test('opens its own files by double click', () => expect(fileAssociations.map(({ ext }) => ext)).toEqual(['jsonl', 'naql']));
  test('is installed for everybody on Windows, where only such an installer may say which program opens a file', () =>
    expect(nsis).toEqual({ oneClick: false, perMachine: true }));
});
