import { TestBed } from '@angular/core/testing';
import { SharedDevice } from './shared-device';

describe('a computer several people sign in on', () => {
  let device: SharedDevice;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    device = TestBed.inject(SharedDevice);
    device.arrive('ada');
    localStorage.setItem('cohorte.person.poll.1', 'oui');
    sessionStorage.setItem('cohorte.person.meeting-form.1', 'à moitié');
    localStorage.setItem('cohorte.language', 'fr');
  });

  const left = (): (string | null)[] => [localStorage.getItem('cohorte.person.poll.1'), sessionStorage.getItem('cohorte.person.meeting-form.1'), localStorage.getItem('cohorte.language')];

  it('keeps what somebody left for the same person, as after an expired session', () => {
    device.arrive('ada');
    expect(left()).toEqual(['oui', 'à moitié', 'fr']);
  });

  it('gives nothing of it to the next person', () => {
    device.arrive('grace');
    expect(left()).toEqual([null, null, 'fr']);
    device.arrive('ada');
    expect(left()).toEqual([null, null, 'fr']);
  });

  it('is left clean by who signs out', () => {
    device.forget();
    expect(left()).toEqual([null, null, 'fr']);
  });
});
