import { domains } from './architecture.mjs';
import { refusal, skeleton } from './new-domain.mjs';

describe('making the rooms of a new domain', () => {
  it('refuses a name that the map does not list, and a folder that is there', () => {
    expect(refusal(undefined)).toMatch(/^Which domain/);
    expect(refusal('shopping')).toMatch(/^The map has no domain «shopping»/);
    expect(refusal('platform')).toBe('libs/platform is already there.');
    expect(refusal('community', '/nowhere/community')).toBeUndefined();
  });

  it('gives every domain its three doors, with named exports only', () => {
    for (const name of Object.keys(domains)) {
      const files = skeleton(name);
      for (const side of ['contract', 'server', 'web']) {
        expect(files[`${side}/index.ts`]).toMatch(/^export \{ \w+ \} from /);
        expect(files[`${side}/index.ts`]).not.toContain('*');
      }
      expect(JSON.parse(files['project.json']).tags).toEqual([`domain:${name}`]);
    }
  });
});
