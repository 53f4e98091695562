// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { translator } from '../../../../renderer/messages/translate.ts';
import { PrintSheet } from '../../../../renderer/views/print/PrintSheet.tsx';
import { sheetOf } from '../../../../renderer/views/print/sheet.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { type Language } from '../../../../shared/bridge.ts';
import { dams, mayor, minister, relation, road, schema, text, toAnnotation } from '../annotate/sample-scene.ts';

afterEach(cleanup);

const sheet = sheetOf({
  article: { text, title: 'سدها' } as Article,
  schema,
  annotations: [minister, dams, { ...road, attributes: { source_status: 'unknown' } }, mayor],
  relations: [relation('r1', 'SAID_BY', 'dams', toAnnotation('minister')), relation('r2', 'SAID_BY', 'dams', toAnnotation('mayor'))],
  entities: [],
  directions: {},
});
const facts = { title: 'سدها', project: 'طرح', annotator: 'سارا', publisher: null, published: '2026-03-21', made: '2026-03-22T12:00:00.000Z', language: 'fa' };

/** As it stands on the sheet, without the marks that set names apart. */
function drawn(language: Language, pages = 2): HTMLElement {
  const { container } = render(<PrintSheet messages={translator(language)} facts={facts} sheet={sheet} pages={pages} />);
  return container;
}
const words = (place: Element | null | undefined): string => (place?.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '');

it('pages are numbered and days are named as Persian does, of the Jalali calendar', () => {
  const page = drawn('fa');
  expect([...page.querySelectorAll('.page-number')].map(words)).toEqual(['صفحهٔ ۱ از ۲', 'صفحهٔ ۲ از ۲']);
  expect(words(page.querySelector('.facts'))).toContain('۱ فروردین ۱۴۰۵');
  expect(words(page.querySelector('.running'))).toContain('۲ فروردین ۱۴۰۵');
  expect(words(page)).not.toMatch(/[0-9]/);
});

it('what goes into a file has no pages', () => expect(drawn('fa', 0).querySelectorAll('.page-number')).toHaveLength(0));

it.each([
  ['fa', ['وزیر نیرو، شهردار', 'نامعلوم']], ['en', ['وزیر نیرو, شهردار', 'unknown']],
] as const)('the table says who said it, and where that is unknown that it is: %s', (language, sources) => {
  const rows = [...drawn(language).querySelectorAll('.rows tbody tr')];
  expect(rows.map((row) => words(row.children[2]))).toEqual(sources);
});
