/** SubRip written long ago is rarely UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** SubRip as WebVTT, the only subtitles that browsers show. */
export const vttOf = (srt: string): string => `WEBVTT\n\n${srt.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n').replaceAll(/(\d{2}:\d{2}:\d{2}),(\d{3})/g, '$1.$2').trim()}\n`;

/** Subtitles as they are to be sent: those of SubRip become WebVTT on the way. */
export async function subtitlesToSend(file: File): Promise<File> {
  if (!/\.srt$/i.test(file.name)) return file;
  return new File([vttOf(decoded(await file.arrayBuffer()))], file.name.replace(/\.srt$/i, '.vtt'), { type: 'text/vtt', lastModified: file.lastModified });
}
