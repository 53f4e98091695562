// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type Language } from '../../../../shared/bridge.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type Copy } from '../../../../shared/dataset/copy-groups.ts';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type Compared } from '../../../../renderer/views/import/copy-step.ts';
import { CopyDialog } from '../../../../renderer/views/import/CopyDialog.tsx';

afterEach(cleanup);

const copyOf = (token: string, isNew: boolean): Copy => ({ id: makeId('article', token), title: 'خبر', publisher: null, published: null, isNew, likeness: 100, isWithin: false, isSameUrl: false });

function toldOf(compared: Compared, language: Language): string | null {
  render(
    <MessagesProvider language={language}>
      <CopyDialog groups={[[copyOf('1', false), copyOf('2', true)]]} compared={compared} onSettle={() => undefined} onClose={() => undefined} />
    </MessagesProvider>,
  );
  return screen.queryByRole('note')?.textContent ?? null;
}

const [few, many, most] = [{ compared: 3, all: 3 }, { compared: 5000, all: 7200 }, { compared: 20_000, all: 90_000 }];

it.each([
  ['nothing where all were compared', 'fa', { earlier: few, fresh: few }, null],
  [
    'how many were there', 'fa', { earlier: many, fresh: few },
    'از ۷٬۲۰۰ خبری که پیش‌تر در پروژه بود، تنها ۵٬۰۰۰ خبر آخر با خبرهای تازه سنجیده شد؛ شاید خبر کهنه‌تری هم همسان باشد. هنگام خروجی گرفتن، همهٔ خبرها سنجیده می‌شوند.',
  ],
  [
    'the same in English', 'en', { earlier: many, fresh: few },
    'Of the 7,200 articles that were in the project before, only the latest 5,000 were compared with the new ones; an older one may say the same, too. An export compares all of them.',
  ],
  [
    'how many came', 'fa', { earlier: few, fresh: most },
    'از ۹۰٬۰۰۰ خبر تازه تنها ۲۰٬۰۰۰ خبر سنجیده شد؛ شاید میان بقیه هم خبر همسانی باشد. هنگام خروجی گرفتن، همهٔ خبرها سنجیده می‌شوند.',
  ],
] as const)('groups of copies tell what was not compared: %s', (_, language, compared, told) => expect(toldOf(compared, language)).toBe(told));
