import { spawn } from 'node:child_process';
import { once } from 'node:events';

let begun: Promise<void> | undefined;

/**
 * From now on the windows of this worker are on a screen in memory of its own, where the machine has none. On a screen that workers share, each window
 * that comes or goes sends a move of the pointer to those that lie under it, and takes away the pointer that they hold: drags of other tests ended by it.
 */
export const ownScreen = (): Promise<void> => (begun ??= begin());

async function begin(): Promise<void> {
  if (process.env['NAQL_OWN_SCREEN'] === undefined) return;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => server.kill());
  const told = server.stdio[3];
  if (!told) throw new Error('Xvfb has no way to tell its number');
  const failed = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${code} before it had a screen`);
  });
  const [number] = await Promise.race([once(told, 'data'), failed]);
  failed.catch(() => undefined);
  process.env['DISPLAY'] = `:${String(number).trim()}`;
}
