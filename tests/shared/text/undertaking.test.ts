import { describe, expect, it } from 'vitest';
import { undertakingIn } from '../../../shared/text/undertaking.ts';
import { sampleSpans } from '../suggest/reading.ts';

describe('undertakingIn', () => {
  it.each([
    ['a future', 'درمانگاه را تا پاییز خواهیم ساخت', 'future', null, '1pl'],
    ['a future split by another verb', 'قرارداد را امضا و اجرا خواهم کرد', 'future', null, '1sg'],
    ['a present', 'تا مهر باز می‌کنیم', 'future', null, '1pl'],
    ['the same with a blank, and Arabic letters', 'تا مهر باز مي كنيم', 'future', null, '1pl'],
    ['a passive present', 'تا مهر باز می‌شود', 'future', null, 'impersonal'],
    ['a passive future', 'به مردم واگذار خواهد شد', 'future', null, 'impersonal'],
    ['a promise', 'قول می‌دهم جاده را باز کنم', 'promise', null, '1sg'],
    ['a promise with words between', 'وعدهٔ این کار را می‌دهیم', 'promise', null, '1pl'],
    ['a pledge', 'متعهد می‌شویم بدهی را بپردازیم', 'pledge', null, '1pl'],
    ['a pledge that was given', 'تعهد داده‌ایم', 'pledge', null, null],
    ['a guarantee', 'کیفیت را تضمین می‌کنیم', 'pledge', null, '1pl'],
    ['being bound', 'خود را موظف می‌دانیم', 'pledge', null, '1pl'],
    ['an intention', 'مصمم هستیم کار را تمام کنیم', 'intention', null, '1pl'],
    ['a decision', 'تصمیم داریم مدرسه بسازیم', 'intention', null, '1pl'],
    ['a plan', 'ساخت نیروگاه در دستور کار است', 'plan', null, null],
    ['an attempt, although a future', 'تلاش خواهیم کرد', 'attempt', null, '1pl'],
    ['an attempt in one verb', 'می‌کوشیم راه را باز کنیم', 'attempt', null, '1pl'],
    ['readiness', 'برای مذاکره آماده‌ایم', 'readiness', null, '1pl'],
    ['readiness that one has', 'آمادگی داریم', 'readiness', null, '1pl'],
    ['a refusal', 'کرایه را زیاد نمی‌کنیم', 'future', 'refrain', '1pl'],
    ['a refusal in the future', 'اجازه نخواهیم داد', 'future', 'refrain', '1pl'],
    ['a refusal without a negation', 'از افزایش کرایه خودداری می‌کنیم', 'future', 'refrain', '1pl'],
    ['a condition that is negated, and an act that is not', 'اگر پاسخ ندهند، استیضاح می‌کنیم', 'future', null, '1pl'],
    ['others', 'شرکت‌ها بدهی را می‌پردازند', 'future', null, '3pl'],
    ['nothing', 'ده میلیارد تومان', null, null, null],
  ])('%s', (_, words, act, polarity, person) => expect(undertakingIn(words)).toEqual({ act, polarity, person }));

  it('says of the commitments of the sample what was found by hand', () => {
    const commitments = sampleSpans('COMMITMENT');
    expect(commitments.map(({ text }) => undertakingIn(text).act)).toEqual(commitments.map(({ attributes }) => attributes['act']));
  });
});
