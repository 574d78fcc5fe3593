import { Injectable } from '@angular/core';
import { ApiError } from '@cohorte/platform/web';
import { imageMaxBytes, imageUploadAddress } from '../../contract/drafts.contract';
import type { UploadedImage } from '../../contract/drafts.contract';

export interface Upload {
  readonly done: Promise<UploadedImage>;
  readonly cancel: () => void;
}

const offline = (): ApiError => new ApiError({ kind: 'offline', code: 'platform.offline' });

function answerOf(request: XMLHttpRequest): UploadedImage {
  let body: unknown = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // Not our server's words (a proxy's page): named below.
  }
  if (request.status < 300 && typeof (body as Partial<UploadedImage> | null)?.src === 'string') return body as UploadedImage;
  const { kind, code } = (body ?? {}) as { kind?: ApiError['kind']; code?: string };
  throw new ApiError({ kind: kind ?? 'internal', code: code ?? 'drafts.image-refused' });
}

/** Sends a picture to the draft's own store; the server looks inside, whatever its name says. */
@Injectable({ providedIn: 'root' })
export class ImageUpload {
  /** Calls `progress` with the share sent, from 0 to 100; only XMLHttpRequest tells how much of a body has left. */
  send(draftId: string, file: File, progress: (share: number) => void): Upload {
    if (file.size > imageMaxBytes) return { done: Promise.reject(new ApiError({ kind: 'too-large', code: 'drafts.image-too-large' })), cancel: () => undefined };
    const request = new XMLHttpRequest();
    const done = new Promise<UploadedImage>((resolve, reject) => {
      request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded / Math.max(total, 1)) * 100));
      request.onerror = () => reject(offline());
      request.onabort = () => reject(offline());
      request.onload = () => {
        try {
          resolve(answerOf(request));
        } catch (error) {
          reject(error);
        }
      };
    });
    request.open('POST', imageUploadAddress(draftId));
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.send(file);
    return { done, cancel: () => request.abort() };
  }
}
