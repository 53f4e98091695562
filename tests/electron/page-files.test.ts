import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';
import { pageFile, pathInside } from '../../electron/page-files.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const withPage = (work: (root: string) => Promise<void>) =>
  inTemporaryFolder(async (folder) => {
    const root = join(folder, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.json'), '{}');
    writeFileSync(join(folder, 'renderer.json'), '{}');
    writeFileSync(join(root, 'index.html'), '<!doctype html>');
    writeFileSync(join(root, 'assets', 'a b.js'), '1');
    writeFileSync(join(root, 'assets', 'font.woff2'), '');
    writeFileSync(join(root, 'assets', 'no-type.bin'), '');
    await work(root);
  });

describe('the page\'s files', () => {
  it.each([
    ['app://naql/', 'text/html; charset=utf-8'],
    ['app://naql/index.html?x=1#y', 'text/html; charset=utf-8'],
    ['app://naql/assets/a%20b.js', 'text/javascript; charset=utf-8'],
    ['app://naql/assets/font.woff2', 'font/woff2'],
  ])('answer %s', (url, type) =>
    withPage(async (root) => {
      const response = await pageFile(root, { method: 'GET', url });
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe(type);
      expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    }),
  );

  it.each([
    'app://naql/missing.js', 'app://naql/assets', 'app://naql/assets/', 'app://naql/assets/no-type.bin', 'app://other/index.html', 'app://naql.evil/',
    'https://naql/index.html', 'app://naql/../secret.json', 'app://naql/..%2fsecret.json', 'app://naql/%2e%2e/secret.json', 'app://naql/../renderer.json',
    'app://naql/assets/..%2f..%2fsecret.json', 'app://naql/..%5csecret.json', 'app://naql/%2fetc/passwd', 'app://naql//etc/passwd.json',
    'app://naql/index.html%00.js', 'app://naql/%ff', 'app://naql/%',
  ])('do not answer %s', (url) =>
    withPage(async (root) => {
      const response = await pageFile(root, { method: 'GET', url });
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('');
    }),
  );

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('do not take %s', (method) =>
    withPage(async (root) => expect((await pageFile(root, { method, url: 'app://naql/' })).status).toBe(405)));

  it('lie inside the folder, also when a neighbour\'s name begins like it', () => {
    expect(pathInside('/x/renderer', 'app://naql/..%2frenderer-other%2fa.js')).toBeNull();
    expect(pathInside('/x/renderer', 'app://naql/a/../b.js')).toBe(join('/x/renderer', 'b.js'));
  });
});
