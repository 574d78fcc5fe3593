import { subtitlesToSend, vttOf } from './subtitles';

it('SubRip becomes WebVTT: its heading, its times; what is said does not change', () => {
  expect(vttOf('\uFEFF1\r\n00:00:01,000 --> 00:00:04,500\r\nBonjour, à 10:30,000 près\r\n')).toBe('WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.500\nBonjour, à 10:30,000 près\n');
});

it('WebVTT is sent as it is', async () => {
  const file = new File(['WEBVTT\n'], 'film.vtt');
  expect(await subtitlesToSend(file)).toBe(file);
});
