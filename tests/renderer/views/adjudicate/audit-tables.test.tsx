// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { inspector, press, shown, status, t } from './desk-screen.tsx';

const saved = vi.hoisted((): { readonly name: string; readonly table: string }[] => []);
vi.mock('../../../../renderer/bridge/bridge.ts', () => ({
  bridge: {
    saveFiles: (_title: string, name: string, [file]: readonly { readonly bytes: Uint8Array }[]) => {
      saved.push({ name, table: new TextDecoder().decode(file?.bytes) });
      return Promise.resolve({ ok: true, value: name });
    },
  },
}));

it('the history of decisions is saved as a table, of this article or of all of them', async () => {
  const store = await shown();
  press('KeyB');
  fireEvent.click(await screen.findByRole('button', { name: t('adjudicate.bulk.accept', { n: 2 }) }));
  await waitFor(() => expect(status()).toBe(t('adjudicate.progress', { n: 2, of: 5 })));
  press('KeyI');
  for (const wish of [t('audit.csv'), t('audit.csv.project')]) {
    const before = saved.length;
    fireEvent.click(await within(inspector()).findByText(wish));
    await waitFor(() => expect(saved.length).toBe(before + 1));
    const { name, table } = saved.at(-1) ?? { name: '', table: '' };
    expect(name).toContain(t('audit.csv.name'));
    expect(table.split('\r\n').slice(1, -1), 'a line for each of the two that were accepted').toHaveLength(2);
    expect(table).toContain(t('audit.source.unanimous'));
  }
  await store.close();
});
