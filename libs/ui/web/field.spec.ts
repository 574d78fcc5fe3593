import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Field } from './field';
import { TextInput } from './text-input';

@Component({
  selector: 'co-try-field',
  imports: [Field, TextInput],
  template: `<co-field label="Adresse" help="Celle du travail." [error]="error()" required><input coInput /></co-field><input coInput id="alone" aria-label="Seul" />`,
})
class TryField {
  readonly error = signal('');
}

describe('a field', () => {
  it('ties label, help and error to its input', async () => {
    const fixture = TestBed.createComponent(TryField);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const input = element.querySelector('co-field input');
    const described = () => (input?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => element.querySelector(`#${id}`)?.textContent?.trim());
    expect(element.querySelector('label')?.getAttribute('for')).toBe(input?.id);
    expect(input?.getAttribute('aria-required')).toBe('true');
    expect(described()).toEqual(['Celle du travail.']);
    fixture.componentInstance.error.set('Il manque un @.');
    await fixture.whenStable();
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    expect(described()).toEqual(['Il manque un @.', 'Celle du travail.']);
  });

  it('leaves the id of an input that stands alone', async () => {
    const fixture = TestBed.createComponent(TryField);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('#alone')).not.toBeNull();
  });
});
