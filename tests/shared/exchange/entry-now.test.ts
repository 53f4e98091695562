import { describe, expect, it } from 'vitest';
import { type Migration } from '../../../shared/model/migrations/migration.ts';
import { entryNow, shapeOf } from '../../../shared/exchange/entry-now.ts';
import { linesFor } from '../../electron/journal-lines.ts';

const renamed: Migration = {
  version: 2,
  name: 'renamed',
  migrate: (record) => ({ ...record, value: { ...(record['value'] as object), name: 'نو' } }),
};
const first: Migration = { version: 1, name: 'first', migrate: (record) => record };
const [line] = linesFor(['کهنه']);
if (!line) throw new Error('a line was to be made');

describe('an entry of an older shape', () => {
  it('has its records in the shape of today, and keeps everything else: its hash is in the chain', () => {
    const now = entryNow(line, [first, renamed]);
    expect(now.change.added).toMatchObject([{ value: { name: 'نو' } }]);
    expect({ ...now, change: null }).toEqual({ ...line.entry, change: null });
    expect(line.entry.change.added).toMatchObject([{ value: { name: 'کهنه' } }]);
  });

  it('is itself where its shape is that of today', () => expect(entryNow({ ...line, shape: 2 }, [first, renamed])).toBe(line.entry));

  it('is of the first shape where it says none', () => expect(shapeOf(line)).toBe(1));

  it('throws where it is of a later one: whoever opens the log has to refuse it', () =>
    expect(() => entryNow({ ...line, shape: 3 }, [first, renamed])).toThrow('has shape 3'));
});
