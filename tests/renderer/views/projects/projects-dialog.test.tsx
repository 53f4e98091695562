// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { ToastProvider } from '../../../../renderer/ui/Toast.tsx';
import { ProjectsDialog } from '../../../../renderer/views/projects/ProjectsDialog.tsx';
import { makeId } from '../../../../shared/model/id.ts';

afterEach(cleanup);

const megabyte = 1024 * 1024;
const nothing = (): void => undefined;

it.each([
  ['of parts of a megabyte', [0.11, 0.05], ['0.2 MB', '0.1 MB'], '0.3 MB'],
  ['of megabytes', [1.4, 1.4], ['1.4 MB', '1.4 MB'], '2.8 MB'],
])('the size of all projects is the sum of those that are shown: %s', async (_name, sizes, each, sum) => {
  const projects = sizes.map((_size, index) => ({ id: makeId('project', `p${index}`), name: `P${index}`, created: '2026-11-01T00:00:00Z' }));
  const read = () => Promise.resolve(Object.fromEntries(projects.map(({ id }, index) => [id, (sizes[index] ?? 0) * megabyte])));
  render(
    <MessagesProvider language="en">
      <ToastProvider>
        <ProjectsDialog projects={projects} current={null} readSizes={read} onOpen={nothing} onMark={() => Promise.resolve(null)} onClose={nothing} />
      </ToastProvider>
    </MessagesProvider>,
  );
  const plain = (text: string | null) => (text ?? '').replaceAll(/[⁨⁩]/g, '');
  const total = await screen.findByText(/on the disk in all/);
  expect(plain(total.textContent)).toMatch(new RegExp(`^${sum} `));
  expect(screen.getAllByRole('listitem').map((line) => /([\d.]+ MB)/.exec(plain(line.textContent).replace(/^P\d/, ''))?.[1])).toEqual(each);
});
