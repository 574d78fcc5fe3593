import { DOCUMENT, inject, Injectable } from '@angular/core';
import { answerAt } from '../../contract/polls/answer-line';
import { PollWords } from './poll-words';

/** Cells of others’ answers, cloned from one of each sort: sixty slots of three hundred people are eighteen thousand of them. */
@Injectable()
export class PollCells {
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(PollWords);
  private readonly sorts = new Map<string, HTMLElement>();

  draw(into: Element, line: string, places: number, best: ReadonlySet<number>): void {
    const cells = Array.from({ length: places }, (_, place) => this.sort(answerAt(line, place) ?? 'nothing', best.has(place)).cloneNode(true));
    into.replaceChildren(...cells);
  }

  /** A shape, from its class, and a word. */
  private sort(said: string, isBest: boolean): HTMLElement {
    const key = `${this.words.language()} ${said} ${isBest}`;
    const known = this.sorts.get(key);
    if (known) return known;
    const cell = this.document.createElement('div');
    cell.setAttribute('role', 'gridcell');
    cell.className = `cell ${said}${isBest ? ' best' : ''}`;
    cell.append(this.document.createElement('span'));
    cell.firstElementChild?.append(this.words.say(`said.${said}`));
    this.sorts.set(key, cell);
    return cell;
  }
}
