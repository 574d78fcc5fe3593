import { type Observable, ReplaySubject } from 'rxjs';

/** What shows a dialog: attached once its code has loaded. */
interface ShownDialog {
  close(result?: unknown): void;
  nameBy(id: string): void;
}

/** An open dialog: `close(result)` from inside, `closed` from outside. */
export class DialogRef<R = unknown> {
  private readonly ending = new ReplaySubject<R | undefined>(1);
  private shown: ShownDialog | null = null;
  private over = false;
  /** Gives the result once, `undefined` when the person simply left. */
  readonly closed: Observable<R | undefined> = this.ending.asObservable();

  get isOver(): boolean {
    return this.over;
  }

  close(result?: R): void {
    if (this.shown) this.shown.close(result);
    else this.end(result);
  }

  /** The element that names the dialog for screen readers. */
  nameBy(id: string): void {
    this.shown?.nameBy(id);
  }

  attach(shown: ShownDialog): void {
    this.shown = shown;
  }

  end(result?: R): void {
    if (this.over) return;
    this.over = true;
    this.ending.next(result);
    this.ending.complete();
  }
}
