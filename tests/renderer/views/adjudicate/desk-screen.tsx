import 'fake-indexeddb/auto';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type KeyChoices } from '../../../../shared/bridge.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { KeyChoicesProvider } from '../../../../renderer/ui/KeyChoicesProvider.tsx';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { AdjudicateView } from '../../../../renderer/views/adjudicate/AdjudicateView.tsx';
import { adjudicateKeys } from '../../../../renderer/views/adjudicate/keys.ts';
import { type ArticleId } from '../../../../shared/model/id.ts';
import { type RosterRole } from '../../../../shared/model/roster.ts';
import { workOfTwo } from '../../../fixtures/two-annotators.ts';
import { Desk } from '../../store/desk.ts';

export const { t } = translator('fa');
export const article = 'art-0' as ArticleId;
vi.setConfig({ testTimeout: 90_000 });
// A busy machine takes its time; none of these tests is about how much.
configure({ asyncUtilTimeout: 30_000 });

/** What a page without layout lacks: nothing is drawn here, and nothing is measured. */
beforeAll(() => {
  Object.assign(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });
  Object.assign(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined });
  Object.assign(HTMLElement.prototype, { checkVisibility: () => true });
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  HTMLCanvasElement.prototype.getContext = (() => ({ measureText: () => ({ fontBoundingBoxAscent: 100, fontBoundingBoxDescent: 50 }) })) as never;
});
afterEach(cleanup);

/** The screen on the first article of a seed, once it is read. `role`: whoever looks has it on a team list; `choices`: the keys that they have chosen. */
export async function shown(seed = workOfTwo(), onBack = () => undefined as void, role?: RosterRole, choices: KeyChoices = {}): Promise<ProjectStore> {
  const store = await new Desk().open({ seed: () => seed });
  const read = store.roles;
  if (role) Object.assign(store, { roles: () => read().then(() => new Map([[store.annotator, role]])) });
  render(
    <MessagesProvider language="fa">
      <DirectionProvider direction="rtl">
        <KeyChoicesProvider usual={adjudicateKeys} choices={choices}>
          <Tooltip.Provider>
            <ToastProvider>
              <AdjudicateView store={store} projectName="طرح" article={article} textLook={{ readingSize: 19, readingFont: 'Vazirmatn' }} onOpen={() => undefined} onBack={onBack} />
            </ToastProvider>
          </Tooltip.Provider>
        </KeyChoicesProvider>
      </DirectionProvider>
    </MessagesProvider>,
  );
  await screen.findByRole('listbox', { name: t('adjudicate.queue') });
  return store;
}

/** Keys by their place on the board, as a Persian layout sends them. */
export function press(code: string, more: Partial<KeyboardEventInit> = {}): void {
  const target = document.activeElement ?? document.body;
  act(() => void fireEvent.keyDown(target, { code, key: code.startsWith('Key') ? 'ش' : code.startsWith('Digit') ? '۱' : code, ...more }));
}
export const status = () => within(screen.getByRole('contentinfo')).getByRole('status').textContent;
export const inspector = () => screen.getByRole('complementary', { name: t('adjudicate.inspector') });
export const gold = async (store: ProjectStore) => (await store.otherSets(article)).find(({ role }) => role === 'adjudicated');

/** How many cases the queue has; without a layout few of its lines are drawn. */
export const listed = () => Number(screen.getAllByRole('option', { hidden: true })[0]?.getAttribute('aria-setsize'));

/** What stands on the chips of those whose work can be compared. */
export const chips = () => within(screen.getByRole('group', { name: t('adjudicate.people') })).getAllByRole('button').map(({ textContent }) => textContent);
