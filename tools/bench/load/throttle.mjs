import { connect, createServer } from 'node:net';

const everyMs = 250;

/**
 * A slow line between one client and the server: the client’s bytes go through at once, the server’s at so many a second, the rest
 * is left in the server’s hands as TCP does.
 */
export function slowLine({ port, bytesPerSecond }) {
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far);
    const turn = setInterval(() => {
      // Nothing is read ahead: what does not fit stays in the kernel’s buffers, then in the server’s.
      const chunk = far.read(Math.max(1, Math.round((bytesPerSecond * everyMs) / 1_000))) ?? far.read();
      if (chunk) near.write(chunk);
    }, everyMs);
    const end = () => {
      clearInterval(turn);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready({ port: server.address().port, close: () => server.close() })));
}
