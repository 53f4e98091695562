// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { type ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { type Checking } from '../../../../renderer/views/annotate/checking.ts';
import { Checks } from '../../../../renderer/views/annotate/Checks.tsx';
import { ChecksDialog } from '../../../../renderer/views/annotate/ChecksDialog.tsx';
import { type Finding, finding } from '../../../../shared/checks/finding.ts';
import { dams, minister, road, scene } from './sample-scene.ts';

afterEach(cleanup);

const found = (findings: readonly Finding[]): Checking => ({
  check: () => findings, findings: () => findings, subscribe: () => () => undefined, follow: () => () => undefined,
});

const shown = (contents: ReactNode): string => {
  render(<MessagesProvider language="fa">{contents}</MessagesProvider>);
  return document.body.textContent;
};

const open = finding('E3.explicit', [dams.id]);
const implicit = finding('E3.implicit', [road.id]);
const nobody = finding('E7.entity', [minister.id]);

describe('quotes without a speaker are counted, as each is a line of its own', () => {
  it.each([
    ['in the panel', (findings: readonly Finding[]) => <Checks scene={scene} checking={found(findings)} focused={null} onFocus={() => undefined} />],
    ['where they stand in the way of “done”', (findings: readonly Finding[]) => <ChecksDialog scene={scene} errors={findings} onBack={() => undefined} onOverride={() => undefined} />],
  ] as const)('%s', (_, contents) => {
    expect(shown(contents([open, nobody, implicit]))).toContain('۲ نقل‌قول بدون گوینده');
    expect(screen.getAllByText(/بدون گوینده/)).toHaveLength(1);
    cleanup();
    // A single one says so itself.
    expect(shown(contents([open, nobody]))).not.toContain('بدون گوینده');
  });
});
