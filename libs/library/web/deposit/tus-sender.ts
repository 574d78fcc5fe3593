import { uploadPath } from '@cohorte/library/contract';
import type { DetailedError, HttpResponse, Upload } from 'tus-js-client';
import type { LocalFile } from './local-file';
import type { QueuedFile, Sending, SendingEvents, SendingFailure } from './upload-queue';

/** Small enough for the proxies of large houses, large enough to waste no time between two. */
export const partBytes = 4 * 1024 * 1024;
/** Passing troubles: the session is to be renewed, the request took too long, another connection still holds the upload, too many at once. */
const passing = new Set([401, 408, 409, 423, 425, 429]);

/** What the server said of its refusal; what something else answered has no code of ours. */
function saidIn(answer: HttpResponse): Pick<SendingFailure, 'code' | 'details'> {
  try {
    const { code, details } = JSON.parse(answer.getBody()) as { code?: unknown; details?: Record<string, unknown> };
    return typeof code === 'string' ? { code, details } : { code: 'platform.internal' };
  } catch {
    return { code: 'platform.internal' };
  }
}

/** No answer at all, or one of a proxy whose server is away, is a cut line; a named answer is a refusal. */
export function failureOf(error: Error | DetailedError): SendingFailure {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0 || (status >= 502 && status <= 504)) return { kind: 'cut', code: 'platform.offline' };
  return { kind: status >= 500 || passing.has(status) ? 'stumbled' : 'refused', ...saidIn(answer) };
}

/** What the upload says of itself: which deposit, or which resource, and how its page named it. */
export type Aim = Readonly<Record<string, string>>;

export interface SenderParts {
  aim(file: LocalFile): Aim;
  /** The server has said where the bytes go: worth keeping. */
  placed(file: LocalFile): void;
}

/** Sends one file by the tus protocol; trying again is the queue's affair. */
export class TusSender {
  private readonly uploads = new Map<string, Upload>();

  constructor(private readonly parts: SenderParts) {}

  send(queued: QueuedFile<LocalFile>, events: SendingEvents): Sending {
    let isStopped = false;
    void this.uploadOf(queued.carried).then((upload) => {
      Object.assign(upload.options, {
        onProgress: (sent: number) => events.progress(sent),
        onSuccess: () => events.done(),
        onError: (error: Error) => {
          const failure = failureOf(error);
          // The answer was lost, the file was not.
          if (failure.code === 'library.already-deposited') events.done();
          else events.failed(failure);
        },
      });
      if (!isStopped) upload.start();
    }, () => events.failed({ kind: 'cut', code: 'platform.offline' }));
    const stop = (isDropped: boolean): void => {
      isStopped = true;
      void this.uploads.get(queued.id)?.abort(isDropped).catch(() => undefined);
      if (isDropped) this.uploads.delete(queued.id);
    };
    return { stop: () => stop(false), drop: () => stop(true) };
  }

  /** Half an upload that nobody wants is taken back at the server. */
  forget({ id }: QueuedFile<LocalFile>): void {
    const upload = this.uploads.get(id);
    this.uploads.delete(id);
    if (upload?.url) void upload.abort(true).catch(() => undefined);
  }

  /** The same for one that an earlier page had begun. What does not go now goes with what is never finished. */
  takeBack(url: string): void {
    void import('tus-js-client').then(({ Upload: TusUpload }) => TusUpload.terminate(url, { retryDelays: null })).catch(() => undefined);
  }

  private async uploadOf(file: LocalFile): Promise<Upload> {
    const known = this.uploads.get(file.requestId);
    if (known) return known;
    const { Upload: TusUpload } = await import('tus-js-client');
    const upload = new TusUpload(file.file ?? new Blob(), {
      endpoint: `${location.origin}/api/${uploadPath}`,
      uploadUrl: file.url,
      chunkSize: partBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { ...this.parts.aim(file), requestId: file.requestId, filename: file.name, ...(file.title ? { title: file.title, form: file.form } : {}) },
      onUploadUrlAvailable: () => {
        file.url = upload.url;
        this.parts.placed(file);
      },
    });
    this.uploads.set(file.requestId, upload);
    return upload;
  }
}
