import { spawnSync } from 'node:child_process';

/** The test runner and the window speak over loopback, which a new namespace has, but not yet up. */
const loopbackUp = '{ ip link set lo up || ifconfig lo up; } 2>/dev/null';

/**
 * The beginning of a command that runs what stands behind it where there is no network interface but loopback; or why this machine does not
 * permit it. An ordinary user needs a user namespace for that, in which they are root.
 * @returns {{ wrapper: readonly string[] } | { reason: string }}
 */
export function withoutNetwork() {
  if (process.platform !== 'linux') return { reason: `there are no network namespaces on ${process.platform}` };
  const options = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
  const { error, status, stderr } = spawnSync('unshare', [...options, 'sh', '-c', loopbackUp], { encoding: 'utf8' });
  if (error) return { reason: `unshare could not be run (${error.message})` };
  if (status !== 0) return { reason: `this machine gives no network namespace of its own (unshare ended with ${status}${stderr.trim() === '' ? '' : `: ${stderr.trim()}`})` };
  return { wrapper: ['unshare', ...options, 'sh', '-c', `${loopbackUp} && exec "$@"`, 'sh'] };
}
