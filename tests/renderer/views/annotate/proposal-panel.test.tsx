// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { Tooltip } from '@base-ui/react/tooltip';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { KeyChoicesProvider } from '../../../../renderer/ui/KeyChoicesProvider.tsx';
import { annotateKeys } from '../../../../renderer/views/annotate/keys.ts';
import { ProposalPanel } from '../../../../renderer/views/annotate/ProposalPanel.tsx';
import { proposed } from '../../../../renderer/views/annotate/proposed.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { emptyScene, labelId } from './sample-scene.ts';

afterEach(cleanup);

it.each([
  ['en', 'The minister said the road will open.', 'ltr'],
  ['ar', 'قال الوزير إن الطريق سيفتح.', 'rtl'],
  ['fa', 'وزیر گفت راه باز می‌شود.', 'rtl'],
] as const)('words that are proposed are in the language of the article, and lie as it does: %s', (language, text, direction) => {
  render(
    <MessagesProvider language="fa">
      <KeyChoicesProvider usual={annotateKeys} choices={{}}>
        <Tooltip.Provider>
          <ProposalPanel
            scene={{ ...emptyScene, text }} language={language} onGesture={() => undefined}
            mode={{ kind: 'proposal', purpose: { kind: 'same', label: labelId('SPEAKER'), like: null }, items: [proposed({ label: labelId('SPEAKER'), span: span(0, 3) })], cursor: 0, edge: 'end' }}
          />
        </Tooltip.Provider>
      </KeyChoicesProvider>
    </MessagesProvider>,
  );
  const words = screen.getByText(text.slice(0, 3)).closest('bdi');
  expect([words?.lang, words?.dir]).toEqual([language, direction]);
});
