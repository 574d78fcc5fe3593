import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';

/** One reception: kept as it came, and never compared with another. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly source: string;
  readonly at: number;
}

export interface ReadMail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  header(name: string): string | undefined;
}

/** A mail server for specs that records every reception and never deduplicates. */
export class SmtpSink {
  readonly received: ReceivedMail[] = [];
  /** What it answers to `RCPT TO` for an address: 250 takes it, 4xx not now, 5xx never. */
  answer: (address: string) => number = () => 250;
  /** Milliseconds between a letter's last byte and the word that it was taken: where a kill hurts most. */
  slowness = 0;

  /** Called at each reception, before the sender knows of it. */
  onReceived: () => void = () => undefined;

  private constructor(private readonly server: SMTPServer) {}

  /** Loaded on demand: the running server has no test packages. */
  static async open(): Promise<SmtpSink> {
    const { SMTPServer: Server } = await import('smtp-server');
    const open: { sink?: SmtpSink } = {};
    const server = new Server({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 200,
      onRcptTo: ({ address }, _session, done) => {
        const status = open.sink?.answer(address) ?? 250;
        done(status < 400 ? null : Object.assign(new Error(status < 500 ? 'try again later' : 'no such mailbox'), { responseCode: status }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          open.sink?.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString('utf8'), at: Date.now() });
          open.sink?.onReceived();
          setTimeout(() => done(), open.sink?.slowness ?? 0);
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    open.sink = new SmtpSink(server);
    return open.sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async read(index: number): Promise<ReadMail> {
    const { default: PostalMime } = await import('postal-mime');
    const mail = await PostalMime.parse(this.received[index]?.source ?? '');
    return {
      messageId: mail.messageId ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
      header: (name) => mail.headers.find(({ key }) => key === name)?.value,
    };
  }

  close(): Promise<void> {
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
