const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** «1:02:05», «7:40»: a moment of a recording, as players write it. */
export function clockOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`;
}
