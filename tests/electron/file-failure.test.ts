import { describe, expect, it } from 'vitest';
import { attempt, FileRefusal } from '../../electron/file-failure.ts';

const failing = (code: string) => async () => {
  throw Object.assign(new Error(`${code}: something, open '/a/secret/place'`), { code, syscall: 'open' });
};

describe('failures at the file door', () => {
  it.each([
    ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EACCES', 'no-permission'], ['EPERM', 'no-permission'], ['EROFS', 'no-permission'],
    ['ENOENT', 'not-found'], ['EIO', 'write-failed'],
  ])('%s is %s, told without a path', async (code, failure) =>
    expect(await attempt('write', failing(code))).toEqual({ ok: false, failure, detail: `${code} open` }));

  it('in reading have a name of their own', async () => expect(await attempt('read', failing('EIO'))).toMatchObject({ failure: 'read-failed' }));

  it('include our own refusals', async () =>
    expect(await attempt('read', () => Promise.reject(new FileRefusal('too-large', '7 bytes')))).toEqual({ ok: false, failure: 'too-large', detail: '7 bytes' }));

  it('are not bugs: those go on as they are', async () =>
    expect(attempt('write', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug'));
});
