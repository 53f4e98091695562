import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Waits on this machine for whatever gets out, and counts it. `port` is open for TCP and for UDP. */
export async function listener() {
  let visits = 0;
  const count = () => {
    visits += 1;
  };
  const tcp = createServer((socket) => {
    count();
    socket.destroy();
  });
  await once(tcp.listen(0, '127.0.0.1'), 'listening');
  const { port } = tcp.address() as { readonly port: number };
  const udp = createSocket('udp4').on('message', count);
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    port,
    visits: () => visits,
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
