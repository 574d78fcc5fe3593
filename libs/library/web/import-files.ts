import { signal } from '@angular/core';
import { uploadPath } from '@cohorte/library/contract';
import { partBytes } from './deposit/tus-sender';
import type { ArchivedFile } from './import-archive';
import { newRequestId } from './new-request-id';

/** Pauses before a cut file goes on, in milliseconds. */
const patience = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

/** Sends the files of an imported archive to their resources, one after the other; one that fails keeps none of the others back. */
export class ImportFiles {
  readonly total = signal(0);
  readonly sent = signal(0);
  readonly failed = signal<readonly string[]>([]);

  /** `resources`: the identifier of each by its address in the table. */
  async send(files: readonly ArchivedFile[], resources: ReadonlyMap<string, string>): Promise<void> {
    const aimed = files.filter(({ slug }) => resources.has(slug));
    this.total.set(aimed.length);
    this.sent.set(0);
    this.failed.set([]);
    for (const file of aimed) {
      const isThere = await sendOne(file, resources.get(file.slug) ?? '');
      if (isThere) this.sent.update((count) => count + 1);
      else this.failed.update((names) => [...names, file.name]);
    }
  }
}

async function sendOne({ name, role, bytes }: ArchivedFile, resourceId: string): Promise<boolean> {
  const { Upload } = await import('tus-js-client');
  return new Promise((done) => {
    new Upload(new Blob([bytes as Uint8Array<ArrayBuffer>]), {
      endpoint: `${location.origin}/api/${uploadPath}`, chunkSize: partBytes, retryDelays: patience, storeFingerprintForResuming: false, metadata: { requestId: newRequestId(), resourceId, filename: name, role },
      onSuccess: () => done(true), onError: () => done(false),
    }).start();
  });
}
