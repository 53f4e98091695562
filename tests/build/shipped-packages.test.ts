import { describe, expect, test } from 'vitest';
import { packageCollector, packageFolder } from '../../build/bundling/shipped-packages.mjs';
import { inProject } from '../../build/project.mjs';
import { billOfMaterials } from '../../build/packaging/sbom.mjs';

describe('what is shipped', () => {
  test.each([
    ['a package', '/p/node_modules/zod/v4/core.js', '/p/node_modules/zod'],
    ['one with a scope', '/p/node_modules/@noble/hashes/sha2.js', '/p/node_modules/@noble/hashes'],
    ['one inside another', '/p/node_modules/a/node_modules/b/i.js', '/p/node_modules/a/node_modules/b'],
    ['one asked for as something else', '\0/p/node_modules/react/index.js?commonjs-module', '/p/node_modules/react'],
    ['our own', '/p/shared/result.ts', null],
  ])('the folder of %s', (_what, module, folder) => expect(packageFolder(module)).toBe(folder));

  test('a font that a style sheet brings is one of them, with the words of its licence', () => {
    const { plugin, packages } = packageCollector();
    const { configResolved, generateBundle } = plugin() as unknown as Record<'configResolved' | 'generateBundle', (...given: readonly unknown[]) => void>;
    configResolved({ root: inProject('renderer') });
    generateBundle({}, { 'assets/a.woff2': { type: 'asset', originalFileNames: ['../node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2'] } });
    expect(packages()).toMatchObject([{ name: 'vazirmatn', licence: 'OFL', text: expect.stringMatching(/SIL Open Font License/i) as string }]);
  });

  test('the bill of materials names each once, by an address that others know, and says no time', () => {
    const packages = [
      { name: '@noble/hashes', version: '2.4.0', licence: 'MIT', text: '' },
      { name: 'odd', version: '1.0.0', licence: '(MIT OR Apache-2.0)', text: '' },
    ];
    const bill = billOfMaterials({ name: 'naql', version: '0.1.0' }, '45.4.1', packages);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    expect(bill.components.map(({ purl }) => purl)).toEqual(['pkg:npm/electron@45.4.1', 'pkg:npm/%40noble/hashes@2.4.0', 'pkg:npm/odd@1.0.0']);
    expect(bill.components.map(({ licenses }) => licenses[0])).toEqual([{ license: { id: 'MIT' } }, { license: { id: 'MIT' } }, { expression: '(MIT OR Apache-2.0)' }]);
    expect(bill.dependencies[0]?.dependsOn).toHaveLength(3);
    expect(JSON.stringify(billOfMaterials({ name: 'naql', version: '0.1.0' }, '45.4.1', packages))).toBe(JSON.stringify(bill));
  });
});
