// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { PartList } from '../../../../renderer/views/schema/PartList.tsx';
import { RelationForm } from '../../../../renderer/views/schema/RelationForm.tsx';
import { type SchemaDesk } from '../../../../renderer/views/schema/schema-desk.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

afterEach(cleanup);

const desk = { schema: seedSchema, uses: () => 14, editor: {} } as unknown as SchemaDesk;
const saidBy = seedSchema.relations.find(({ type }) => type === 'SAID_BY');
if (!saidBy) throw new Error('the seed schema says who said it');

it.each([['fa', 'از نقل‌قول به گوینده'], ['en', 'From Quote to Speaker']] as const)('a relation stands in the list with the labels it leads from and to: %s', (language, words) => {
  render(
    <MessagesProvider language={language}>
      <PartList desk={desk} selection={{ kind: 'relation', relation: saidBy.type }} onSelect={() => undefined} />
    </MessagesProvider>,
  );
  const row = screen.getByRole('button', { name: new RegExp(`^${saidBy.name[language]}`) });
  expect(row.title.replaceAll(/[⁨⁩]/g, '')).toBe(words);
  expect([...row.querySelectorAll('[data-letter]')].map((sign) => sign.getAttribute('data-letter'))).toEqual(['ن', 'گ']);
});

it.each(['fa', 'en'] as const)('what is open says how often it is used: %s', (language) => {
  render(
    <MessagesProvider language={language}>
      <RelationForm relation={saidBy} desk={desk} />
    </MessagesProvider>,
  );
  expect(screen.getByText(translator(language).t('schema.uses', { n: 14 }))).toBeTruthy();
});
