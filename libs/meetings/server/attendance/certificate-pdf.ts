import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Config } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { toString as qrSvg } from 'qrcode';
import { shownCode } from '../../contract';
import { certificatePage } from './certificate-page';
import { certificateLines } from './certificate-words';
import type { CertificateRow } from './certificate-issuer';

/** Compilations whose results stay in memory: certificates differ by a few words. */
const keptCompilations = 8;

/**
 * Writes certificates as tagged PDF (PDF/UA-1). The page is a constant; what people wrote enters as data, never as source, and the compiler is given
 * no file and no network.
 */
@Injectable()
export class CertificatePdf {
  private compiler: NodeCompiler | undefined;

  constructor(private readonly config: Config) {}

  async write(row: CertificateRow): Promise<Buffer> {
    const url = `${this.config.value.publicUrl}/attestations/${shownCode(row.code)}`;
    const qr = await qrSvg(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
    const said = { ...certificateLines(row), url, code: shownCode(row.code), qr };
    this.compiler ??= NodeCompiler.create({});
    const pdf = this.compiler.pdf({ mainFileContent: certificatePage, inputs: { said: JSON.stringify(said) } }, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(row.issuedAt.getTime() / 1000) });
    this.compiler.evictCache(keptCompilations);
    return pdf;
  }
}
