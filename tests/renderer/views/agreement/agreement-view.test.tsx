// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { Tooltip } from '@base-ui/react/tooltip';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { newAgreementMemory } from '../../../../renderer/views/agreement/agreement-memory.ts';
import { AgreementView } from '../../../../renderer/views/agreement/AgreementView.tsx';
import { type AgreementListener } from '../../../../renderer/workers/agreement-client.ts';
import { type AgreementAnswers, type AgreementTask } from '../../../../renderer/workers/agreement-task.ts';
import { type FoundCase } from '../../../../shared/agreement/found-case.ts';
import { reckoning } from '../../../../shared/agreement/report.ts';
import { runThrough } from '../../../../shared/agreement/run-through.ts';
import { slices } from '../../../../shared/codecs/slices.ts';
import { type AnnotatorId } from '../../../../shared/model/id.ts';
import { deskWithGold } from '../../../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../../../fixtures/newsroom.ts';

/** What the workers were asked for, each to be answered by the test. */
interface Asked {
  readonly task: AgreementTask;
  readonly heard: AgreementListener<AgreementTask['kind']>;
  readonly answer: (answer: AgreementAnswers[AgreementTask['kind']]) => void;
}
let asked: Asked[] = [];
vi.mock('../../../../renderer/bridge/bridge.ts', () => ({ bridge: {} }));
vi.mock('../../../../renderer/workers/agreement-client.ts', () => ({
  workedOut: (task: AgreementTask, _: unknown, heard: Asked['heard']) => new Promise((answer) => asked.push({ task, heard, answer })),
}));

const desk = deskWithGold(8);
const half = deskWithGold(4);
function measured({ choice, parameters }: Extract<AgreementTask, { kind: 'report' }>, dataset = desk) {
  const { add, report } = reckoning(newsroomSchema, choice, { ...parameters, replicates: 0 });
  for (const slice of slices(dataset)) runThrough(add(slice));
  return runThrough(report());
}

const { t } = translator('fa');
const store = {
  annotator: 'per-lead' as AnnotatorId,
  schema: () => Promise.resolve(newsroomSchema),
  annotators: () => Promise.resolve(desk.annotators),
  roles: () => Promise.resolve(new Map()),
  exportSource: () => Promise.resolve({ snapshot: 'now', articles: 8, head: { schema: newsroomSchema } }),
} as unknown as ProjectStore;

beforeAll(() => void Object.assign(Element.prototype, { scrollTo: () => undefined }));
beforeEach(() => {
  asked = [];
});
afterEach(cleanup);

const nothing = () => undefined;
const shown = () =>
  render(
    <MessagesProvider language="fa">
      <Tooltip.Provider>
        <ToastProvider>
          <AgreementView store={store} projectName="نمونه" memory={newAgreementMemory()} onOpen={nothing} onAddFiles={nothing} onBack={nothing} />
        </ToastProvider>
      </Tooltip.Provider>
    </MessagesProvider>,
  );
const taskOf = async (kind: AgreementTask['kind'], nth = 0): Promise<Asked> => vi.waitFor(() => {
  const found = asked.filter(({ task }) => task.kind === kind)[nth];
  if (!found) throw new Error(`nobody asked for ${kind} ${nth + 1} times`);
  return found;
});
const reportOf = async (nth = 0) => {
  const one = await taskOf('report', nth);
  return { ...one, task: one.task as Extract<AgreementTask, { kind: 'report' }> };
};
const people = () => screen.getByRole('group', { name: t('agreement.choice.people') });
const list = () => screen.getByRole('complementary', { name: t('agreement.cases') });
const someCases = (count: number) => ({
  cases: Array.from({ length: count }, (_, at) => ({
    article: `art-${at}`, title: `خبر ${at}`, language: 'fa', people: ['a', 'b'], a: null, b: null, verdict: 'only-a',
  }) as unknown as FoundCase),
  isCut: false,
});

it('before anything is known of people, their pane says what it waits for', async () => {
  shown();
  const { task, heard } = await reportOf();
  expect(within(people()).getByRole('status').textContent).toBe(t('screen.reading'));
  act(() => heard.onPartial?.(measured(task, half)));
  expect(within(people()).queryByRole('status')).toBeNull();
  expect(within(people()).getAllByRole('checkbox').length).toBeGreaterThan(2);
});

it('cases opened while counting goes on are called what they are, without a count that is soon old', async () => {
  const { container } = shown();
  const { task, heard, answer } = await reportOf();
  act(() => heard.onPartial?.(measured(task, half)));
  const cell = () => container.querySelector('[data-cell="0 0"]');
  const before = cell()?.textContent ?? '';
  fireEvent.click(cell() ?? document.body);
  const search = await taskOf('cases');
  await act(async () => answer(measured(task)));
  expect(cell()?.textContent).not.toBe(before);
  await act(async () => search.answer(someCases(7)));
  expect(list().querySelector('h2')?.textContent).not.toMatch(/[۰-۹]/);
  expect(within(list()).getByRole('status').textContent).toContain(t('agreement.cases.count', { n: 7 }));
});

it('cases that are open are those of what is chosen now, and whoever chooses keeps the focus', async () => {
  const { container } = shown();
  const { task, answer } = await reportOf();
  await act(async () => answer(measured(task)));
  fireEvent.click(container.querySelector('[data-cell="0 0"]') ?? document.body);
  const first = await taskOf('cases');
  await act(async () => first.answer(someCases(7)));
  expect(document.activeElement?.getAttribute('role')).toBe('listbox');
  const [one] = within(people()).getAllByRole('checkbox');
  one?.focus();
  fireEvent.click(one ?? document.body);
  const second = await taskOf('cases', 1);
  expect((second.task as Extract<AgreementTask, { kind: 'cases' }>).choice.people).toHaveLength(2);
  await act(async () => second.answer(someCases(3)));
  expect(within(list()).getByRole('status').textContent).toContain(t('agreement.cases.count', { n: 3 }));
  expect(document.activeElement).toBe(one);

  const next = await reportOf(1);
  await act(async () => next.answer(measured(next.task)));
  fireEvent.click(screen.getByRole('button', { name: new RegExp(t('agreement.again')) }));
  const third = await taskOf('cases', 2);
  await act(async () => third.answer(someCases(0)));
  expect(within(list()).getByRole('status').textContent).toContain(t('agreement.cases.none'));
});

it('cancelled before there is a number, it says so and offers to measure again; numbers of the choice before are not shown as those of this one', async () => {
  const { container } = shown();
  const main = () => within(screen.getByRole('main'));
  const cancel = async () => fireEvent.click(await screen.findByRole('button', { name: t('agreement.stop') }));
  const again = () => main().getByRole('button', { name: t('agreement.again') });
  await reportOf();
  await cancel();
  expect(main().getByRole('heading').textContent).toBe(t('agreement.empty.stopped.title'));
  expect(document.activeElement).toBe(screen.getByRole('main'));
  fireEvent.click(again());
  const { task, answer } = await reportOf(1);
  expect(main().queryByRole('heading', { name: t('agreement.empty.stopped.title') })).toBeNull();
  await act(async () => answer(measured(task)));
  expect(container.querySelector('[data-cell="0 0"]')).not.toBeNull();

  fireEvent.click(within(people()).getAllByRole('checkbox')[0] ?? document.body);
  await reportOf(2);
  expect(container.querySelector('[data-cell="0 0"]'), 'what was known stays meanwhile').not.toBeNull();
  await cancel();
  expect(container.querySelector('[data-cell="0 0"]')).toBeNull();
  expect(again()).not.toBeNull();
  expect(within(people()).getAllByRole('checkbox').length, 'there is still whom to choose').toBeGreaterThan(2);
});
