import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DraftHtml } from './draft-html';

@Component({ imports: [DraftHtml], template: '<article [coDraftHtml]="html()"></article>' })
class Page {
  readonly html = signal('');
}

const paragraphs = (count: number, word: string): string => Array.from({ length: count }, (_, index) => `<p>${word} ${index}</p>`).join('');

describe('a draft read before its editor is there', () => {
  let fixture: ComponentFixture<Page>;

  beforeEach(() => {
    jest.useFakeTimers();
    fixture = TestBed.createComponent(Page);
  });
  afterEach(() => jest.useRealTimers());

  const show = (html: string): string[] => {
    fixture.componentInstance.html.set(html);
    fixture.detectChanges();
    return shown();
  };
  const shown = (): string[] => [...(fixture.nativeElement as HTMLElement).querySelectorAll('p')].map((one) => one.textContent ?? '');

  it('begins with what a screen holds and is whole some frames later, in order', () => {
    expect(show(paragraphs(2_000, 'ligne')).length).toBeLessThan(100);
    jest.advanceTimersByTime(1_000);
    expect(shown()).toEqual(Array.from({ length: 2_000 }, (_, index) => `ligne ${index}`));
  });

  it('never mixes a text with the one that takes its place meanwhile', () => {
    show(paragraphs(2_000, 'ancienne'));
    show(paragraphs(60, 'nouvelle'));
    jest.advanceTimersByTime(1_000);
    expect(shown()).toEqual(Array.from({ length: 60 }, (_, index) => `nouvelle ${index}`));
  });

  it('keeps the text of what a draft may not hold, without its tag', () => {
    show('<p onclick="x()">a<b>c</b></p><script>x()</script><iframe src="//ailleurs"></iframe>');
    expect((fixture.nativeElement as HTMLElement).querySelector('article')?.innerHTML).toBe('<p>ac</p>x()');
  });
});
