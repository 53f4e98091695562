import fc from 'fast-check';
import { type RowGroup } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { expect, it } from 'vitest';
import { keptGroups } from '../../../../shared/codecs/hugging-face/kept-groups.ts';
import { codecRuns } from '../../../arbitraries/runs.ts';

/** A file of one column of words and one of numbers, group by group: words that come again get a dictionary, others none. */
function groupsOf(columns: readonly (readonly string[])[]): { readonly groups: RowGroup[]; readonly end: (groups: RowGroup[]) => Uint8Array } {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes, statistics: false, createdBy: 'naql',
    schema: [{ name: 'root', num_children: 2 }, { name: 'word', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }, { name: 'length', type: 'INT32', repetition_type: 'REQUIRED' }],
  });
  for (const words of columns)
    void file.write({ columnData: [{ name: 'word', data: [...words], offsetIndex: false }, { name: 'length', data: words.map(({ length }) => length), offsetIndex: false }], rowGroupSize: words.length });
  const { row_groups: groups } = file;
  return {
    groups,
    end: (all) => {
      file.row_groups = all;
      void file.finish();
      return bytes.getBytes().slice();
    },
  };
}

it('law: what was kept of the groups is what the footer would have said of them, to the byte', () => {
  const word = fc.oneof(fc.constant('گفت'), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 40 }), { maxLength: 6 }), (columns) => {
      const [one, other] = [groupsOf(columns), groupsOf(columns)];
      const kept = keptGroups();
      for (const group of one.groups) kept.keep([group]);
      expect(kept.all()).toEqual(one.groups);
      expect(one.end(kept.all())).toEqual(other.end(other.groups));
    }),
    { numRuns: codecRuns },
  );
});

it('a place beyond what a number tells exactly is a bug that says so', () => {
  const [group] = groupsOf([['گفت']]).groups;
  if (!group) throw new Error('one group was written');
  expect(() => keptGroups().keep([{ ...group, num_rows: 2n ** 53n }])).toThrow('9007199254740992');
});
