import { TestBed } from '@angular/core/testing';
import { ApiError } from '@cohorte/platform/web';
import type { MyAnswers } from '@cohorte/scheduling/contract';
import { type GivenAnswers, PollAnswers } from './poll-answers';

const slots = [{ id: 'a' }, { id: 'b' }];
const mine = (answers: string, answered = true): MyAnswers => ({ participantId: 'p', name: 'Léa', structureName: null, answers, noneFits: false, answered });
const offline = new ApiError({ kind: 'offline', code: 'platform.offline' });

let answers: PollAnswers;
let sent: GivenAnswers[];
let replies: ((result: MyAnswers | Error) => void)[];

function arrange(): void {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [PollAnswers] });
  answers = TestBed.inject(PollAnswers);
  answers.follow({
    key: 'sondage', slots, mine: mine('--', false), settled: () => undefined,
    send: (given) => {
      sent.push(given);
      return new Promise((resolve, reject) => replies.push((result) => (result instanceof Error ? reject(result) : resolve(result))));
    },
  });
}

const reply = async (result: MyAnswers | Error): Promise<void> => {
  replies.shift()?.(result);
  await new Promise((done) => setTimeout(done));
};

beforeEach(() => {
  localStorage.clear();
  sent = [];
  replies = [];
  arrange();
});

it('says «saved» only once the server has every answer; what is said meanwhile leaves in the next bundle', async () => {
  answers.set([{ slotId: 'a', answer: 'yes' }]);
  answers.set([{ slotId: 'b', answer: 'no' }]);
  expect([answers.state(), sent.length, answers.waiting()]).toEqual(['saving', 1, 2]);
  await reply(mine('y-'));
  expect([answers.state(), sent[1]?.answers]).toEqual(['saving', [{ slotId: 'b', answer: 'no' }]]);
  await reply(mine('yn'));
  expect([answers.state(), answers.waiting(), [...answers.answers()]]).toEqual(['saved', 0, [['a', 'yes'], ['b', 'no']]]);
  expect(localStorage.length).toBe(0);
});

it('an answer changed while it travels is sent again', async () => {
  answers.set([{ slotId: 'a', answer: 'yes' }]);
  answers.set([{ slotId: 'a', answer: 'no' }]);
  await reply(mine('y-'));
  expect([answers.answers().get('a'), sent[1]?.answers]).toEqual(['no', [{ slotId: 'a', answer: 'no' }]]);
});

it('without connection keeps the answers on the device, through a closed page, and sends them at the return', async () => {
  answers.set([{ slotId: 'a', answer: 'yes' }]);
  await reply(offline);
  expect([answers.state(), answers.answers().get('a'), localStorage.length]).toEqual(['waiting', 'yes', 1]);
  arrange();
  expect([sent.length, answers.answers().get('a')]).toEqual([2, 'yes']);
  await reply(mine('y-'));
  expect([answers.state(), localStorage.length]).toEqual(['saved', 0]);
});

it.each([
  ['offline', 'platform.offline'], ['unavailable', 'platform.database-unreachable'], ['internal', 'platform.internal'], ['too-many', 'platform.too-many'],
] as const)('a server that says «%s» for a moment takes no answer away', async (kind, code) => {
  answers.set([{ slotId: 'a', answer: 'yes' }]);
  await reply(new ApiError({ kind, code }));
  expect([answers.state(), answers.answers().get('a'), localStorage.length]).toEqual(['waiting', 'yes', 1]);
});

it('refused, shows again what the server holds and says why', async () => {
  answers.set([{ slotId: 'a', answer: 'yes' }]);
  await reply(new ApiError({ kind: 'gone', code: 'scheduling.poll-closed' }));
  expect([answers.state(), answers.answers().get('a'), (answers.refusal() as ApiError).code, localStorage.length]).toEqual(['refused', null, 'scheduling.poll-closed', 0]);
});

it('«none suits» answers no to every slot; a slot that suits takes it back', async () => {
  answers.sayNone(true);
  expect([answers.noneFits(), sent[0]]).toEqual([true, { answers: [{ slotId: 'a', answer: 'no' }, { slotId: 'b', answer: 'no' }], noneFits: true }]);
  await reply({ ...mine('nn'), noneFits: true });
  answers.set([{ slotId: 'b', answer: 'yes' }]);
  await reply(mine('ny'));
  expect([answers.noneFits(), answers.answers().get('b')]).toEqual([false, 'yes']);
});
