/** The SHA-256 of bytes, in small hexadecimal letters; null where the browser cannot tell (a page that is not on https). */
export async function sha256Of(bytes: BufferSource): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return null;
  const sum = await subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
