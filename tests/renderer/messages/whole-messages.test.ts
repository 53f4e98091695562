import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = join(import.meta.dirname, '../../../renderer');
const components = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Templates that set a message beside something else with marks of a sentence, which Persian and English do not share, and isolate nothing; dashes join titles, whatever they are made of. */
const glued = (code: string): readonly string[] =>
  (code.match(/`[^`\n]*`/g) ?? []).filter((one) => (/\bt\(/.test(one) && /\}(?::|,|،|;|؛) \$\{/.test(one)) || /(?:\} |`) ?[–—] \$\{/.test(one));

test('what a person hears or reads is a whole message, not put together with colons, commas and dashes', () => {
  expect(components.length).toBeGreaterThan(100);
  expect(components.flatMap((name) => glued(readFileSync(join(room, name), 'utf8')).map((one) => `${name}: ${one}`))).toEqual([]);
});

test('a sentence that is put together would be found', () => {
  expect(glued("aria-label={`${t('discussion.jump')}: ${words}`}")).toHaveLength(1);
  expect(glued("title={`${name}: ${t('agreement.articles', { n })}`}")).toHaveLength(1);
  expect(glued('title: `${about} – ${what}`')).toHaveLength(1);
  expect(glued("<Words>{title}</Words>{` – ${t('work.open')}`}")).toHaveLength(1);
  expect(glued("style={`${width}: ${height}`} aria-label={t('discussion.jump', { words })}")).toEqual([]);
});
