import { describe, expect, test } from 'vitest';
import { filesIn, handedFiles } from '../../electron/handed-files.ts';

const folder = '/news/sara';

describe('filesIn', () => {
  test.each([
    ['a program of its own names them after itself', ['/opt/naql', 'one.jsonl', '/news/two.txt'], null, ['/news/sara/one.jsonl', '/news/two.txt']],
    ['switches are none', ['/opt/naql', '--user-data-dir=/x', '-v', 'one.txt', ''], null, ['/news/sara/one.txt']],
    ['an address of a file is its path', ['/opt/naql', 'file:///news/%D8%AE%D8%A8%D8%B1.txt'], null, ['/news/خبر.txt']],
    ['an address that names no file is a name of none', ['/opt/naql', 'file:///news/%E0%A4%A'], null, ['/news/sara/file:/news/%E0%A4%A']],
    ['behind the folder of the app, where an Electron runs it', ['/electron', '-r', 'first.cjs', '/src/naql', '--no-sandbox', 'one.txt'], '/src/naql', ['/news/sara/one.txt']],
    ['a start without any', ['/electron', '/src/naql'], '/src/naql', []],
  ])('%s', (_, given, appPath, files) => expect(filesIn({ arguments: given, folder, appPath })).toEqual(files));
});

test('files wait until they are taken, each once, and the page is told', () => {
  let told = 0;
  const files = handedFiles(() => void told++);
  files.add([]);
  expect(told).toBe(0);
  files.add(['/a', '/b']);
  files.add(['/a', '/c']);
  expect(told).toBe(2);
  expect(files.take()).toEqual(['/a', '/b', '/c']);
  expect(files.take()).toEqual([]);
});
