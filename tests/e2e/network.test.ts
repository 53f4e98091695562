import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { inProject } from '../../build/project.mjs';
import { expect, type RunningApp, test } from './app.ts';
import { listener } from './listener.ts';

/** What Chromium's network log holds of one run, by the names of its events. */
interface NetworkLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: unknown }[];
}

/** Each of these stands at the beginning of something that would leave the app: a request, a look-up, a connection, a packet. */
const signs = [
  'URL_REQUEST_START_JOB', 'HTTP_STREAM_REQUEST', 'HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_SYSTEM_TASK',
  'TCP_CONNECT', 'TCP_CONNECT_ATTEMPT', 'SSL_CONNECT', 'UDP_CONNECT', 'UDP_BYTES_SENT', 'SOCKET_BYTES_SENT', 'WEBSOCKET_SEND_REQUEST_HEADERS',
];

function signsIn(file: string): readonly string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetworkLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? '';
    return signs.includes(name) ? [`${name} ${JSON.stringify(params ?? {})}`] : [];
  });
}

/** What a person does in a first look round: reads, writes in fields, uses menus, waits a little. */
async function lookRound({ app, page }: RunningApp): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type('wrnog spelling, and سلام');
  await page.evaluate(async () => {
    await window.naql.createProject('نمونه');
    await window.naql.listProjects();
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await page.waitForTimeout(3_000);
}

test('where a run without network is asked for, there is loopback and nothing else', async () => {
  test.skip(process.env['NAQL_NO_NETWORK'] !== '1', 'npm run test:e2e -- --no-network runs everything so');
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter(({ internal }) => !internal)).toEqual([]);
});

for (const locale of ['fa', 'en-US']) {
  test(`a whole run makes no request of any kind (${locale})`, async ({ start }, testInfo) => {
    const log = testInfo.outputPath('network.json');
    const running = await start({ args: [`--log-net-log=${log}`, `--lang=${locale}`] });
    await lookRound(running);
    await running.close();
    expect(signsIn(log)).toEqual([]);
  });
}

test('a request from outside of every guard would be in that log, and still lead nowhere', async ({ start }, testInfo) => {
  const log = testInfo.outputPath('network.json');
  const { app, close } = await start({ args: [`--log-net-log=${log}`] });
  const outside = await listener();
  const answer = await app.evaluate(
    ({ net, session }, url) =>
      new Promise<string>((resolve) => {
        const request = net.request({ url, session: session.fromPartition('unguarded') });
        request.on('response', () => resolve('answered'));
        request.on('error', ({ message }) => resolve(message));
        request.end();
      }),
    `http://127.0.0.1:${outside.port}/`,
  );
  await close();
  expect(answer).toContain('net::ERR');
  expect(outside.visits()).toBe(0);
  outside.close();
  expect(signsIn(log).join('\n')).toContain(`http://127.0.0.1:${outside.port}/`);
});

test('the main process and the preload script carry nothing of Node that could reach a network', () => {
  const required = (bundle: string) => {
    const text = readFileSync(inProject('dist', bundle, 'index.cjs'), 'utf8');
    expect(text).not.toMatch(/\b(?:fetch|WebSocket|EventSource|net\.request|net\.fetch|import)\(/);
    return [...new Set(Array.from(text.matchAll(/\brequire\("([^"]+)"\)/g), ([, name = '']) => name))].sort((a, b) => (a < b ? -1 : 1));
  };
  expect(required('main')).toEqual(['electron', 'node:buffer', 'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:url', 'node:util', 'node:zlib']);
  expect(required('preload')).toEqual(['electron']);
});
