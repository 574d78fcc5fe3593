import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What happens on a wire, towards the server (`up`) and from it (`down`). */
interface Line {
  readonly up: Socket;
  readonly down: Socket;
}

/** Between one tab and the servers: cuts in the middle of a frame, swallows answers, slows down, leads elsewhere. */
export class Wire {
  private readonly lines = new Set<Line>();
  private open = true;
  private swallows = false;
  private bytesPerSecond = Infinity;
  private upBudget = Infinity;

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {
    server.on('connection', (socket) => this.connected(socket));
  }

  static async to(port: number): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, port);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return wire;
  }

  get url(): string {
    const address = this.server.address();
    if (!address || typeof address !== 'object') throw new Error('The wire is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  /** The next connection goes there. */
  leadTo(port: number): void {
    this.target = port;
  }

  /** Lets `bytes` more through towards the server, then breaks: wherever that is in a frame. */
  cutAfter(bytes: number): void {
    this.upBudget = bytes;
  }

  cut(): void {
    this.open = false;
    this.drop();
  }

  /** What the server says is lost from now on, although it hears everything. */
  swallow(): void {
    this.swallows = true;
  }

  slow(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Whole again; a connection that lost bytes cannot go on, and is dropped first. */
  restore(): void {
    if (this.swallows) this.drop();
    this.open = true;
    this.swallows = false;
    this.bytesPerSecond = Infinity;
    this.upBudget = Infinity;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private connected(down: Socket): void {
    if (!this.open) return void down.destroy();
    const up = connect(this.target, '127.0.0.1');
    const line = { up, down };
    this.lines.add(line);
    const end = (): void => {
      this.lines.delete(line);
      up.destroy();
      down.destroy();
    };
    for (const side of [up, down]) side.setNoDelay(true).on('error', end).on('close', end);
    down.on('data', (bytes) => this.carryUp(up, bytes));
    up.on('data', (bytes) => void this.carryDown(line, bytes));
  }

  private carryUp(up: Socket, bytes: Buffer): void {
    if (up.writableEnded) return;
    const passes = bytes.subarray(0, Math.max(0, this.upBudget));
    this.upBudget -= passes.length;
    if (passes.length === bytes.length) return void up.write(bytes);
    this.open = false;
    up.end(passes);
  }

  private drop(): void {
    for (const { up, down } of this.lines) {
      up.destroy();
      down.destroy();
    }
    this.lines.clear();
  }

  private async carryDown({ up, down }: Line, bytes: Buffer): Promise<void> {
    if (this.swallows) return;
    if (this.bytesPerSecond === Infinity) return void down.write(bytes);
    up.pause();
    const step = Math.max(1, Math.floor(this.bytesPerSecond / 10));
    for (let at = 0; at < bytes.length && !down.destroyed; at += step) {
      down.write(bytes.subarray(at, at + step));
      if (this.bytesPerSecond !== Infinity) await wait(100);
    }
    up.resume();
  }
}
