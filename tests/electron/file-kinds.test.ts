import { describe, expect, it } from 'vitest';
import { fileKinds, readableExtensions } from '../../electron/file-kinds.ts';
import { codecs } from '../../shared/codecs/registry.ts';

describe('the kinds of the open dialog', () => {
  it('hold every extension that some format is read from, and no other', () => {
    const read = codecs.filter(({ decode }) => decode !== undefined).flatMap(({ extensions }) => extensions.map((one) => one.replace(/^.*\./, '')));
    expect([...readableExtensions].sort()).toEqual([...new Set(read)].sort());
  });

  it('show everything that can be read first', () => {
    expect(fileKinds('fa')[0]?.extensions).toEqual([...readableExtensions, 'naql']);
    expect(fileKinds('en').map(({ name }) => name)).toEqual(['Articles and projects', 'Parcel of Naql', 'Text', 'Tables of articles', 'Naql project (JSONL)', 'JSON', 'All files']);
  });
});
