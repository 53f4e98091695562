import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { withoutNetwork } from '../../build/testing/no-network.mjs';

const script = `
  const { networkInterfaces } = require('node:os');
  const { createServer, connect } = require('node:net');
  const outside = Object.values(networkInterfaces()).flat().filter(({ internal }) => !internal).length;
  const server = createServer((socket) => socket.end('reached')).listen(0, '127.0.0.1', () => {
    connect(server.address().port, '127.0.0.1').on('data', (data) => {
      console.log(JSON.stringify({ outside, loopback: String(data) }));
      server.close();
    });
  });
`;

it('what runs without network reaches loopback and has no other interface; where that is not permitted the reason is said', () => {
  const alone = withoutNetwork();
  if ('reason' in alone) return expect(alone.reason).not.toBe('');
  const [program, ...args] = [...alone.wrapper, process.execPath, '-e', script];
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '{"outside":0,"loopback":"reached"}\n', stderr: '' });
});
