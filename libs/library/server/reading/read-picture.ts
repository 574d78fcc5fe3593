import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { bounds, Refusal } from './reading';
import { readXml } from './xml-reader';

const readable = { limitInputPixels: bounds.mostPixels, failOn: 'error', pages: 1 } as const;

/** Draws a picture again as a page of ours and as a thumbnail. */
export async function drawPicture(source: string | Buffer, out: string): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await sharp(source, readable).rotate().resize({ width: bounds.pageWidth, height: bounds.pageHeight, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toFile(join(out, 'page-1.webp'));
    await drawThumbnail(source, out);
    return { width, height };
  } catch (error) {
    throw new Refusal(error instanceof Error && /pixel limit/i.test(error.message) ? 'bomb' : 'corrupt');
  }
}

export async function drawThumbnail(source: string | Buffer, out: string): Promise<void> {
  await sharp(source, readable).rotate().resize({ width: bounds.thumbnail, height: bounds.thumbnail, fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toFile(join(out, 'thumbnail.webp'));
}

/** A drawing that runs nothing and fetches nothing. */
export async function assertStill(path: string): Promise<void> {
  const bytes = await readFile(path);
  let root = '';
  await readXml((async function* () { yield bytes; })(), {
    open: (name, attributes) => {
      root ||= name;
      if (/^(?:[a-z]+:)?(script|foreignObject|iframe|embed|object|handler|set|animate)$/i.test(name)) throw new Refusal('script');
      for (const [attribute, value] of Object.entries(attributes)) if (isActive(attribute, value)) throw new Refusal('script');
    },
    text: (said) => {
      if (/@import|url\(\s*['"]?(?!#)/i.test(said)) throw new Refusal('script');
    },
  });
  if (!/^(?:[a-z]+:)?svg$/i.test(root)) throw new Refusal('wrong-extension');
}

function isActive(attribute: string, value: string): boolean {
  if (/^on/i.test(attribute)) return true;
  if (/(^|:)href$|^src$/i.test(attribute)) return !/^\s*(#|data:image\/(png|jpe?g|webp|gif)[;,])/i.test(value);
  return /javascript:|@import|url\(\s*['"]?(?!#)/i.test(value);
}
