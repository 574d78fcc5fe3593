import type { OutlineSection } from '@cohorte/drafts/contract';
import { ranCoperTemplate } from './ran-coper';
import { spaserOutline } from './spaser-outline';

const everySection = (sections: readonly OutlineSection[]): OutlineSection[] => sections.flatMap((each) => [each, ...everySection(each.sections ?? [])]);

describe('the track of the regional network', () => {
  it('has six meetings in order and two webinars outside the count', () => {
    expect(ranCoperTemplate.meetings.map((meeting) => meeting.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ranCoperTemplate.sideMeetings).toHaveLength(2);
    expect(ranCoperTemplate.sideMeetings.every((side) => side.afterMeeting >= 1 && side.afterMeeting < 6)).toBe(true);
  });

  it('names each piece of homework once and none after the last meeting', () => {
    const codes = ranCoperTemplate.meetings.flatMap((meeting) => meeting.homework.map((work) => work.code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(ranCoperTemplate.meetings.at(-1)?.homework).toEqual([]);
  });
});

describe('the outline of a scheme', () => {
  const sections = everySection(spaserOutline.sections);

  it('gives each section its own id and some guidance', () => {
    expect(new Set(sections.map((section) => section.id)).size).toBe(sections.length);
    expect(sections.filter((section) => !section.guidance || !/^[A-Za-z0-9_-]{1,64}$/.test(section.id))).toEqual([]);
  });

  it('starts with rectangular tables', () => {
    for (const block of sections.flatMap((section) => section.blocks ?? [])) {
      if (block.type === 'table') expect(block.rows.map((row) => row.length)).toEqual(block.rows.map(() => block.headers.length));
    }
  });
});
