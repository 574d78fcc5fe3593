import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { requestCode, signInWithCode, signOut, whoAmI } from '@cohorte/identity/contract';
import { ApiError } from '@cohorte/platform/web';
import { BEFORE_SIGN_OUT } from './before-sign-out';
import { signInRoutes } from './identity.routes';
import { AnsweringApi, arrange, memberAnswer, visitorAnswer } from './identity-web.fixtures';
import { IdentityStore } from './identity.store';
import { signedInGuard } from './sign-in.guard';
import { SignInStore } from './sign-in.store';

@Component({ selector: 'co-anywhere', template: 'ici' })
class Anywhere {}

const routes = [
  { path: 'connexion', children: signInRoutes },
  { path: 'accueil', component: Anywhere },
  { path: 'parcours/:id', component: Anywhere, canActivate: [signedInGuard] },
];

const text = (harness: RouterTestingHarness) => harness.routeNativeElement?.textContent ?? '';
const button = (harness: RouterTestingHarness, words: string) =>
  [...(harness.routeNativeElement?.querySelectorAll('button') ?? [])].find((found) => found.textContent?.includes(words)) as HTMLButtonElement;
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  await TestBed.inject(SignInStore);
};

describe('the way in', () => {
  beforeEach(() => localStorage.clear());

  it('sends a visitor to sign in and brings them back where they were going', async () => {
    let here: object = visitorAnswer;
    const api = new AnsweringApi().on(whoAmI, () => here).on(requestCode, () => ({ resendInSeconds: 30 })).on(signInWithCode, () => ((here = memberAnswer), { step: 'signed-in' }));
    const router = await arrange(api, routes);
    await RouterTestingHarness.create('/parcours/7?onglet=textes');
    expect(router.url).toBe('/connexion?next=%2Fparcours%2F7%3Fonglet%3Dtextes');
    const store = TestBed.inject(SignInStore);
    store.goTo('/parcours/7?onglet=textes');
    await store.sendCode('solene@chu.example');
    await store.withCode('solene@chu.example', '123456');
    expect(router.url).toBe('/parcours/7?onglet=textes');
  });

  it('never leads to another site', async () => {
    const api = new AnsweringApi().on(whoAmI, () => memberAnswer).on(signInWithCode, () => ({ step: 'signed-in' }));
    const router = await arrange(api, [...routes, { path: '', pathMatch: 'full', component: Anywhere }]);
    const store = TestBed.inject(SignInStore);
    store.goTo('https://evil.example/');
    await store.withCode('solene@chu.example', '123456');
    expect(router.url).toBe('/');
  });

  it('asks for the second factor of those who have one', async () => {
    const api = new AnsweringApi().on(whoAmI, () => ({ ...visitorAnswer, status: 'second-factor' })).on(signInWithCode, () => ({ step: 'second-factor' }));
    const router = await arrange(api, routes);
    await TestBed.inject(SignInStore).withCode('solene@chu.example', '123456');
    expect(router.url).toBe('/connexion/second-facteur');
  });

  it('proposes a second factor to those who should have one', async () => {
    const api = new AnsweringApi().on(whoAmI, () => ({ ...memberAnswer, secondFactor: { ...memberAnswer.secondFactor, asked: true, canPostpone: true } })).on(signInWithCode, () => ({ step: 'signed-in' }));
    const router = await arrange(api, routes);
    await TestBed.inject(SignInStore).withCode('solene@chu.example', '123456');
    expect(router.url).toBe('/connexion/protection');
    await router.navigateByUrl('/parcours/7');
    expect(router.url).toContain('/connexion/protection');
  });

  it('does not show the page of digits before an address was given', async () => {
    const router = await arrange(new AnsweringApi().on(whoAmI, () => visitorAnswer), routes);
    await router.navigateByUrl('/connexion/saisie');
    expect(router.url).toBe('/connexion');
  });
});

describe('the page behind the mail’s link', () => {
  const link = '/connexion/code#email=solene%40chu.example&code=012345';

  it('does nothing until its button is pressed', async () => {
    const api = new AnsweringApi().on(whoAmI, () => memberAnswer).on(signInWithCode, () => ({ step: 'signed-in' }));
    const router = await arrange(api, routes);
    const harness = await RouterTestingHarness.create(link);
    await settled();
    expect(text(harness)).toContain('solene@chu.example');
    expect(api.asked(signInWithCode)).toEqual([]);
    button(harness, 'Me connecter').click();
    await settled();
    expect(api.asked(signInWithCode)).toEqual([{ email: 'solene@chu.example', code: '012345' }]);
    expect(router.url).toBe('/accueil');
  });

  it('says what to do when the code no longer fits', async () => {
    const refuse = () => {
      throw new ApiError({ kind: 'bad-input', code: 'identity.wrong-code' });
    };
    await arrange(new AnsweringApi().on(signInWithCode, refuse), routes);
    const harness = await RouterTestingHarness.create(link);
    button(harness, 'Me connecter').click();
    await settled();
    harness.detectChanges();
    expect(text(harness)).toContain('demandez un nouveau code');
  });

  it('says so when the link was cut', async () => {
    await arrange(new AnsweringApi(), routes);
    expect(text(await RouterTestingHarness.create('/connexion/code#email=solene'))).toContain('Ce lien est incomplet');
  });
});

describe('the way out', () => {
  it('asks first whoever keeps something on this device', async () => {
    const api = new AnsweringApi().on(whoAmI, () => memberAnswer).on(signOut, () => ({}));
    await arrange(api, routes, [{ provide: BEFORE_SIGN_OUT, useValue: new Set([() => Promise.resolve(false)]) }]);
    expect(await TestBed.inject(IdentityStore).signOut()).toBe(false);
    expect(api.asked(signOut)).toEqual([]);
  });
});
