import { describe, expect, it } from 'vitest';
import { checkSignatures } from '../../build/packaging/signatures.mjs';

const answering = (status: number | null, stdout: string, error?: Error) => () => ({ status, stdout, error });

describe('signatures of packages', () => {
  it('that are all good are said to be', () => expect(checkSignatures(answering(0, '{"invalid":[],"missing":[]}'))).toBe(true));

  it.each([
    ['wrong', '{"invalid":[{"name":"dexie","version":"4.4.7"}],"missing":[]}', 'dexie@4.4.7 (wrong)'],
    ['missing where the registry signs', '{"invalid":[],"missing":[{"name":"zod","version":"4.0.0"}]}', 'zod@4.0.0 (missing)'],
  ])('that are %s end the packing, with the name', (_what, stdout, name) => {
    expect(() => checkSignatures(answering(1, stdout))).toThrow(name);
    // Even where npm says that all is well.
    expect(() => checkSignatures(answering(0, stdout))).toThrow(name);
  });

  it.each([
    ['the registry cannot be reached', answering(1, '{"error":{"code":"ENOTFOUND","summary":"getaddrinfo failed"}}')],
    ['the registry signs nothing', answering(1, '{"error":{"code":"ENOTSUP","summary":"found no dependencies to audit"}}')],
    ['npm says nothing that can be read', answering(1, 'npm error')],
    ['npm says nothing at all', answering(0, '')],
    ['npm cannot be run', answering(null, '', new Error('spawn npm ENOENT'))],
  ])('are told to be unchecked where %s', (_why, ask) => expect(checkSignatures(ask)).toBe(false));
});
