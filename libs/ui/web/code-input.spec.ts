import { TestBed } from '@angular/core/testing';
import { CodeInput, digitsOf } from './code-input';

describe('the six-digit code', () => {
  async function shown() {
    const fixture = TestBed.createComponent(CodeInput);
    fixture.componentRef.setInput('label', 'Code reçu');
    const complete = jest.fn();
    fixture.componentInstance.complete.subscribe(complete);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const field = element.querySelector('input');
    if (!field) throw new Error('no field');
    return { fixture, element, field, complete };
  }

  function paste(field: HTMLInputElement, text: string): void {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    field.dispatchEvent(event);
  }

  it('keeps the digits of a pasted sentence and reports the code once', async () => {
    const { fixture, element, field, complete } = await shown();
    paste(field, 'Votre code : 418 205.');
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe('418205');
    expect([...element.querySelectorAll('.cell')].map((cell) => cell.textContent)).toEqual([...'418205']);
    paste(field, '418205');
    expect(complete).toHaveBeenCalledTimes(1);
    expect(complete).toHaveBeenCalledWith('418205');
  });

  it('ignores letters, and a paste without a digit changes nothing', async () => {
    const { fixture, field } = await shown();
    field.value = '4a1b';
    field.dispatchEvent(new Event('input'));
    paste(field, 'bonjour');
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe('41');
    expect(field.value).toBe('41');
  });

  it('is one field that phones and password managers can fill', async () => {
    const { element, field } = await shown();
    expect(element.querySelectorAll('input')).toHaveLength(1);
    expect(field.autocomplete).toBe('one-time-code');
    expect(field.inputMode || field.getAttribute('inputmode')).toBe('numeric');
    expect(element.querySelector('label')?.getAttribute('for')).toBe(field.id);
  });

  it('never keeps more than six digits', () => expect(digitsOf('12 34 56 78')).toBe('123456'));
});
