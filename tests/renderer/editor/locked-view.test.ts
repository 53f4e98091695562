// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { articleText } from '../../../renderer/editor/article-text.ts';
import { createLockedView } from '../../../renderer/editor/locked-view.ts';
import { translator } from '../../../renderer/messages/translate.ts';

it.each(['fa', 'en'] as const)('the text is a box of several lines that says it is locked: aria-readonly would not be heard (%s)', (language) => {
  const { t } = translator(language);
  const container = document.body.appendChild(document.createElement('div'));
  const view = createLockedView(container, articleText('وزیر نیرو گفت: سدها پر می‌شود.\nاو رفت.'), {
    paragraphs: { onShown: () => undefined },
    props: () => ({ ariaLabel: t('annotate.text'), ariaDescription: t('annotate.text.locked'), onSelect: () => undefined }),
    onPress: () => undefined,
    direction: () => 'rtl',
  });
  const told = ['role', 'aria-multiline', 'aria-label', 'aria-description', 'aria-readonly'].map((name) => view.dom.getAttribute(name));
  expect(told).toEqual(['textbox', 'true', t('annotate.text'), t('annotate.text.locked'), null]);
  view.destroy();
});
