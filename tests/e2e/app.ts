import { _electron, type ElectronApplication, expect, type Page, test as base, type TestInfo } from '@playwright/test';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject, projectDirectory } from '../../build/project.mjs';
import { chosenRuntime } from '../../build/runtime/runtime.mjs';
import { sandboxArguments } from '../../build/runtime/sandbox.mjs';
import { type Settings } from '../../shared/bridge.ts';
import { ownScreen } from './own-screen.ts';

export { expect };

export interface StartOptions {
  /** Written before the start; what is missing is filled in by the app. Ignored for a profile that is used again. */
  readonly settings?: Partial<Settings>;
  /** The profile of an earlier start in the same test, to go on where it stopped. */
  readonly userData?: string;
  /** Further arguments of the command line. */
  readonly args?: readonly string[];
  /** A script that is loaded into the main process before the app. */
  readonly before?: string;
  /** Hears what the main process says on stderr, from the first byte on. */
  readonly onSaid?: (text: string) => void;
  /** Complaints on the page's console that this test brings about on purpose. */
  readonly expectedComplaints?: RegExp;
}

/** The app in its real window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder of the profile: settings, journals, databases. */
  readonly userData: string;
  /** Asks it to quit, as a person does, waits until it is gone, and gives its exit code. */
  close(): Promise<number | null>;
  /** Ends all its processes at once with SIGKILL, as a power cut would, and waits until they are gone. */
  kill(): Promise<void>;
  /** Leaves `test-results/screenshots/<name>.png`. */
  screenshot(name: string): Promise<void>;
}

export interface Started {
  readonly running: RunningApp;
  readonly complaints: readonly string[];
  readonly isGone: () => boolean;
}

/** For suites that share one window; `start` clears up by itself. */
export async function launch({ settings = {}, userData, args = [], before, onSaid, expectedComplaints }: StartOptions): Promise<Started> {
  await ownScreen();
  const profile = userData ?? (await mkdtemp(path.join(tmpdir(), 'naql-e2e-')));
  if (userData === undefined) await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ language: 'fa', theme: 'light', annotatorName: 'سارا', ...settings }));

  const { executable, dist } = chosenRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...(before === undefined ? [] : ['-r', before]), projectDirectory, `--user-data-dir=${profile}`, ...sandboxArguments(dist), ...args],
    env: { ...environment(), NAQL_TEST: '1' },
    timeout: 60_000,
  });
  app.process().stderr?.on('data', (piece: Buffer) => onSaid?.(piece.toString('utf8')));
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!expectedComplaints?.test(text)) complaints.push(text);
  };
  app.context().on('weberror', (error) => complain(String(error.error().stack ?? error.error())));
  app.context().on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });

  const child = app.process();
  const gone = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const page = await app.firstWindow();
  const running: RunningApp = {
    app,
    page,
    userData: profile,
    close: async () => {
      await app.close();
      await gone;
      return child.exitCode;
    },
    kill: async () => {
      // Playwright starts Electron as the leader of a process group of its own; there are no groups on Windows.
      if (!isGone()) process.kill(process.platform === 'win32' ? childId(child.pid) : -childId(child.pid), 'SIGKILL');
      await gone;
    },
    screenshot: async (name) => {
      await page.screenshot({ path: inProject('test-results', 'screenshots', `${name}.png`) });
    },
  };
  return { running, complaints, isGone };
}

function childId(pid: number | undefined): number {
  if (pid === undefined) throw new Error('the app has no process');
  return pid;
}

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** A picture of the window at the moment when the test failed. */
async function keepPicture({ running }: Started, testInfo: TestInfo, name: string): Promise<void> {
  const picture = testInfo.outputPath(`${name}.png`);
  await running.page.screenshot({ path: picture, timeout: 5_000 });
  await testInfo.attach(name, { path: picture, contentType: 'image/png' });
}

/** `start` opens the app, as often as needed; what the page complains of fails the test, and everything is cleared away after it. */
export const test = base.extend<{ start: (options?: StartOptions) => Promise<RunningApp> }, { screenOfWorker: void }>({
  screenOfWorker: [
    // oxlint-disable-next-line no-empty-pattern -- as below
    async ({}, use) => {
      await ownScreen();
      await use();
    },
    { scope: 'worker', auto: true },
  ],
  // Playwright reads the first parameter's pattern to learn which fixtures this one needs.
  // oxlint-disable-next-line no-empty-pattern
  start: async ({}, use, testInfo) => {
    const started: Started[] = [];
    await use(async (options = {}) => {
      const one = await launch(options);
      started.push(one);
      return one.running;
    });
    for (const [index, one] of started.entries()) {
      if (one.isGone()) continue;
      try {
        if (testInfo.status !== testInfo.expectedStatus) await keepPicture(one, testInfo, `window-${index + 1}`);
      } finally {
        await one.running.kill();
      }
    }
    for (const profile of new Set(started.map(({ running }) => running.userData))) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    expect(started.flatMap(({ complaints }) => complaints), 'complaints of the page').toEqual([]);
  },
});
