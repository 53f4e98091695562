import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { OpenedElsewhere, storageFailure } from '../../../renderer/store/storage-failure.ts';

const quota = new DOMException('full', 'QuotaExceededError');

describe('storageFailure', () => {
  it.each([
    ['a full disk', quota, 'disk-full'],
    ['a full disk inside an aborted transaction', new Dexie.AbortError('aborted', quota), 'disk-full'],
    ['a full disk inside a bulk write', new Dexie.BulkError('2 of 9', [quota, quota] as never), 'disk-full'],
    ['an aborted transaction', new DOMException('', 'AbortError'), 'database-failed'],
    ['a bad block', new Dexie.UnknownError('Internal error'), 'database-failed'],
    ['a closed database', new Dexie.DatabaseClosedError('closed'), 'database-failed'],
    ['another opening', new OpenedElsewhere('other token'), 'opened-elsewhere'],
  ])('knows %s', (_, error, code) => {
    expect(storageFailure(error)).toMatchObject({ code });
  });

  it.each([
    ['a constraint', new DOMException('key exists', 'ConstraintError')],
    ['wrong data', new Dexie.DataError('no key')],
    ['our own error', new Error('cannot add set 1: it is there already')],
    ['something that is no error', 'QuotaExceededError'],
  ])('takes %s for a bug', (_, error) => {
    expect(storageFailure(error)).toBeNull();
  });

  it('tells what Dexie wrapped', () => {
    expect(storageFailure(new Dexie.AbortError('aborted', quota))?.detail).toContain('QuotaExceededError: full');
  });
});
