import { describe, expect, it } from 'vitest';
import { codecById, codecs } from '../../shared/codecs/registry.ts';

describe('the registry', () => {
  it('finds every Codec by an id of its own', () => {
    for (const codec of codecs) expect(codecById(codec.id)).toBe(codec);
    expect(codecById('no-such-format')).toBeUndefined();
  });

  it('holds no Codec that neither reads nor writes', () => {
    for (const { decode, write } of codecs) expect(decode ?? write).toBeDefined();
  });
});
