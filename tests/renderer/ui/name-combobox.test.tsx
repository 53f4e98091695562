// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../renderer/messages/MessagesProvider.tsx';
import { NameCombobox } from '../../../renderer/ui/NameCombobox.tsx';

afterEach(cleanup);

it.each([['fa', 'Reuters News Agency', 'تازه: \u2068Reuters News Agency\u2069'], ['en', 'خبرگزاری جمهوری اسلامی', 'New: \u2068خبرگزاری جمهوری اسلامی\u2069']] as const)(
  'somebody new is offered in a sentence of the window, which a name of the other script does not turn: %s',
  (language, name, words) => {
    const options = [{ key: 'known', name, alias: null }, { key: 'new', name, alias: null, isNew: true as const }];
    render(<MessagesProvider language={language}><NameCombobox title="؟" options={() => options} onPick={() => undefined} /></MessagesProvider>);
    const [known, fresh] = screen.getAllByRole('option');
    expect(known?.querySelector('bdi')?.getAttribute('dir')).toBe(language === 'fa' ? 'ltr' : 'rtl');
    expect(fresh?.textContent).toContain(words);
    expect(fresh?.querySelector('bdi')).toBeNull();
  },
);
