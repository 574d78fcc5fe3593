import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from './reading';

export interface XmlListener {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Deeper than anything an office writes. */
const deepest = 1_000;

/** Reads XML as it comes, and nothing outside of it: entities that a file declares are a reason to refuse it. */
export async function readXml(source: AsyncIterable<Uint8Array>, { open, close, text }: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('doctype', (declared) => refuseIf(/<!ENTITY/i.test(declared), 'bomb'));
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    refuseIf(depth > deepest, 'bomb');
    open?.(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(name);
  });
  parser.on('text', (said) => text?.(said));
  parser.on('cdata', (said) => text?.(said));
  parser.on('error', (error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const part of source) parser.write(decoder.decode(part, { stream: true }));
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('corrupt');
  }
}

function refuseIf(wrong: boolean, problem: 'bomb'): void {
  if (wrong) throw new Refusal(problem);
}
