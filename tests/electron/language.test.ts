import { describe, expect, it } from 'vitest';
import { systemLanguage } from '../../electron/language.ts';

describe('the first language', () => {
  it.each([
    ['nothing is set', {}, 'fa'],
    ['LANG is empty', { LANG: '' }, 'fa'],
    ['LANG is C', { LANG: 'C' }, 'fa'],
    ['LANG is C.UTF-8', { LANG: 'C.UTF-8' }, 'fa'],
    ['LANG is POSIX', { LANG: 'POSIX' }, 'fa'],
    ['LANG is Persian', { LANG: 'fa_IR.UTF-8' }, 'fa'],
    ['LANG is Dari', { LANG: 'prs_AF' }, 'fa'],
    ['LANG is English', { LANG: 'en_US.UTF-8' }, 'en'],
    ['LANG is German', { LANG: 'de_DE@euro' }, 'en'],
    ['LANG is Fanti, which only begins like Persian', { LANG: 'fat_GH' }, 'en'],
    ['LC_ALL outweighs LANG', { LC_ALL: 'en_GB.UTF-8', LANG: 'fa_IR' }, 'en'],
    ['an empty LC_ALL counts as unset', { LC_ALL: '', LANG: 'en_GB' }, 'en'],
    ['LC_MESSAGES outweighs LANG', { LC_MESSAGES: 'fa_IR', LANG: 'en_GB' }, 'fa'],
  ])('on Linux, when %s', (_reason, environment, language) =>
    expect(systemLanguage({ platform: 'linux', environment, preferred: ['en-US'] })).toBe(language));

  it.each([
    [[], 'fa'],
    [['fa-IR', 'en-US'], 'fa'],
    [['en-US', 'fa-IR'], 'en'],
  ])('elsewhere, when the system prefers %j', (preferred, language) =>
    expect(systemLanguage({ platform: 'win32', environment: { LANG: 'de_DE' }, preferred })).toBe(language));
});
