import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SetContext } from '../../../../shared/commands/command.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type Article, unknownSource } from '../../../../shared/model/article.ts';
import { applyChange, type Change, reverse } from '../../../../shared/model/change.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type IdKind, makeId, type SetId } from '../../../../shared/model/id.ts';
import { fail, ok, problem } from '../../../../shared/result.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { type Digit } from '../../../../renderer/ui/keyboard.ts';
import { type Desk, makeDesk } from '../../../../renderer/views/annotate/desk.ts';
import { commandOf, type Intent } from '../../../../renderer/views/annotate/intent.ts';
import { type Gesture } from '../../../../renderer/views/annotate/gesture.ts';
import { type AnnotateCommand } from '../../../../renderer/views/annotate/keys.ts';
import { type ScreenEffect } from '../../../../renderer/views/annotate/mode.ts';
import { sceneOf } from '../../../../renderer/views/annotate/scene.ts';
import { schema, spanOf, text } from './sample-scene.ts';

const article: Article = {
  id: 'art-1' as ArticleId, title: 'سدها', text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource,
  added: '2026-03-21T08:00:00Z', extra: {},
};
const blank: AnnotationSet = {
  id: 'set-1' as SetId, article: article.id, annotator: 'per-1' as AnnotatorId, role: 'work', status: 'in-progress', annotations: [], relations: [],
};

/** A desk over a Dataset in memory whose store takes its time, as a disk does, and whose editor tells of every selection that is asked of it. */
function slowDesk(milliseconds = 5, { foresees = false, refuses = false } = {}) {
  let dataset: Dataset = { schema, articles: [article], annotators: [], entities: [], sets: [blank] };
  let ids = 0;
  const done: { readonly name: string; readonly change: Change }[] = [];
  const shown: ScreenEffect[] = [];
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const set = () => dataset.sets[0] as AnnotationSet;
  const read = async () => {
    await rest();
    return sceneOf(schema, text, set(), dataset.entities, dataset.entities.map(({ id }) => id), false);
  };
  const desk: Desk = makeDesk(sceneOf(schema, text, blank, [], [], false));
  desk.connect({
    read,
    async perform(intent: Intent, onForeseen) {
      const run = () => {
        const newId = <Kind extends IdKind>(kind: Kind) => makeId(kind, String(++ids));
        const context: SetContext = { schema, article, set: set(), entities: dataset.entities, newId };
        return commandOf(intent)(context);
      };
      const early = foresees ? run() : null;
      if (early?.ok) {
        const { sets, entities } = applyChange(dataset, early.value);
        onForeseen(early.value, { set: sets[0] ?? null, entities });
      }
      await rest();
      const result = early ?? run();
      if (refuses) return fail(problem('save-failed'));
      if (!result.ok) return result;
      dataset = applyChange(dataset, result.value);
      done.push({ name: intent.name, change: result.value });
      return result;
    },
    async undo() {
      await rest();
      const last = done.pop();
      if (last) dataset = applyChange(dataset, reverse(last.change));
      return ok(last?.name ?? null);
    },
    redo: async () => ok(null),
    finish: async () => ok(false),
    show(effect) {
      shown.push(effect);
      if (effect.kind === 'select') desk.gesture({ kind: 'select', selection: { span: effect.span, additive: false }, source: 'keys' });
      if (effect.kind === 'caret') desk.gesture({ kind: 'select', selection: null, source: 'keys' });
    },
    stepName: (command) => command,
    fail: (bug) => {
      throw bug;
    },
  });
  const settled = async () => {
    for (let quiet = 0; quiet < 3; ) {
      const before = done.length + shown.length;
      await new Promise((resolve) => setTimeout(resolve, 20));
      quiet = done.length + shown.length === before ? quiet + 1 : 0;
    }
  };
  return { desk, shown, settled, set, names: () => done.map(({ name }) => name) };
}

const key = (command: AnnotateCommand, digit: Digit | null = null, caret = utf16(0)): Gesture => ({ kind: 'key', command, digit, caret });
const click: Gesture = { kind: 'press', annotation: null };
const select = (words: string): Gesture => ({ kind: 'select', selection: { span: spanOf(words), additive: false }, source: 'keys' });

describe('the desk', () => {
  it('understands keys that come faster than the store saves', async () => {
    const { desk, settled, set } = slowDesk();
    const quick = [
      select('وزیر نیرو'), key('digit', 2), select('گفت'), key('digit', 3), select('سدها پر می‌شود'), key('digit', 1),
      key('link'), key('digit', 1), key('relation'), key('digit', 2), key('digit', 1),
    ];
    for (const gesture of quick) desk.gesture(gesture);
    await settled();
    expect(set().annotations.map(({ label }) => label)).toEqual(['SPEAKER', 'CUE', 'QUOTE']);
    expect(set().relations.map(({ type }) => type).sort()).toEqual(['CUED_BY', 'SAID_BY']);
  });

  it('does not pull the caret back when the person has gone on', async () => {
    const { desk, shown, settled } = slowDesk();
    for (const gesture of [select('وزیر نیرو'), key('digit', 2), select('گفت'), key('digit', 3), select('شهردار')]) desk.gesture(gesture);
    await settled();
    expect(shown.filter(({ kind }) => kind === 'caret')).toEqual([{ kind: 'caret', at: spanOf('وزیر نیرو').end }]);
    expect(desk.snapshot().state.selection).toEqual(spanOf('شهردار'));
  });

  it('goes on from where the key before it has put the caret, though that key waits for the store: X, Ctrl+Z, J', async () => {
    const { desk, settled, set } = slowDesk();
    const { end } = spanOf('گفت');
    // All of them are pressed while the caret still stands behind the word.
    for (const gesture of [select('گفت'), key('digit', 3), key('delete', null, end), key('undo', null, end), key('next', null, end)]) desk.gesture(gesture);
    await settled();
    expect(desk.snapshot().state.focused).toBe(set().annotations[0]?.id);
    expect(set().annotations).toHaveLength(1);
  });

  it('goes on from where the person has put the caret meanwhile', async () => {
    const { desk, settled, set } = slowDesk();
    for (const gesture of [select('گفت'), key('digit', 3), key('delete', null, spanOf('گفت').end), key('undo')]) desk.gesture(gesture);
    desk.wandered();
    desk.gesture(key('next', null, utf16(text.length)));
    await settled();
    expect(set().annotations).toHaveLength(1);
    expect(desk.snapshot().state.focused).toBeNull();
  });

  it('labels what a key selected, and has nothing selected afterwards, though the keys wait for the store', async () => {
    const { desk, settled, set } = slowDesk();
    for (const words of ['گفت', 'شهردار']) {
      desk.gesture(click);
      desk.gesture(key('grow', null, spanOf(words).start));
      desk.gesture(key('digit', 3));
    }
    await settled();
    expect(set().annotations.map(({ spans }) => spans)).toEqual([[spanOf('گفت')], [spanOf('شهردار')]]);
    expect(desk.snapshot().state.selection).toBeNull();
  });

  it('labels the smaller stretch again that a key has gone back to', async () => {
    const { desk, settled, set } = slowDesk();
    desk.gesture(click);
    for (const command of ['grow', 'grow', 'shrink'] as const) desk.gesture(key(command, null, spanOf('گفت').start));
    desk.gesture(key('digit', 3));
    await settled();
    expect(set().annotations.map(({ spans }) => spans)).toEqual([[spanOf('گفت')]]);
  });

  it.each<[how: string, goOn: (desk: Desk) => void]>([
    ['clicked elsewhere', (desk) => desk.gesture(click)],
    ['walked on with the caret', (desk) => desk.wandered()],
  ])('does not pull the caret back when the person has %s', async (_, goOn) => {
    const { desk, shown, settled } = slowDesk();
    for (const gesture of [select('وزیر نیرو'), key('digit', 2), select('گفت'), key('digit', 3)]) desk.gesture(gesture);
    goOn(desk);
    await settled();
    expect(shown.filter(({ kind }) => kind === 'caret')).toEqual([{ kind: 'caret', at: spanOf('وزیر نیرو').end }]);
  });

  it('steps back from what is only being made when Escape is pressed', async () => {
    const { desk, settled } = slowDesk();
    expect(desk.hears(key('back'))).toBe(false);
    for (const gesture of [select('گفت'), key('digit', 3)]) desk.gesture(gesture);
    expect(desk.hears(key('back'))).toBe(true);
    desk.gesture(key('back'));
    await settled();
    expect(desk.snapshot().state.focused).toBeNull();
  });

  describe('tells whoever draws', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    /** What is known to whoever draws each time when something is told: the number of Annotations, and whether anything is selected. */
    const told = (desk: Desk) => {
      const heard: (readonly [number, boolean])[] = [];
      desk.subscribe(() => void heard.push([desk.snapshot().scene.annotations.length, desk.snapshot().state.selection !== null]));
      return heard;
    };

    it('once of a key and of what the store made of it', async () => {
      const { desk } = slowDesk();
      const heard = told(desk);
      desk.gesture(select('گفت'));
      desk.gesture(key('digit', 3));
      expect(heard).toEqual([[0, true]]);
      await vi.advanceTimersByTimeAsync(100);
      expect(heard).toEqual([[0, true], [1, false]]);
    });

    it('once, within the key, of what the store will come to', async () => {
      const { desk, shown } = slowDesk(5, { foresees: true });
      const heard = told(desk);
      desk.gesture(select('گفت'));
      desk.gesture(key('digit', 3));
      expect(heard).toEqual([[0, true], [1, false]]);
      expect([desk.snapshot().state.focused, shown.map(({ kind }) => kind)]).toEqual([desk.snapshot().scene.annotations[0]?.id, ['caret']]);
      await vi.advanceTimersByTimeAsync(100);
      expect(heard).toEqual([[0, true], [1, false]]);
      expect(shown.at(-1)).toMatchObject({ kind: 'describe' });
    });

    it('of keys that ask nothing of the store, while what was foreseen is still being stored; the others wait their turn', async () => {
      const { desk, shown, names } = slowDesk(50, { foresees: true });
      for (const gesture of [select('گفت'), key('digit', 3), key('attributes')]) desk.gesture(gesture);
      expect(shown.at(-1)).toMatchObject({ kind: 'go', region: 'attributes' });
      desk.gesture(key('flag'));
      desk.gesture({ kind: 'focus', annotation: desk.snapshot().scene.annotations[0]?.id as never });
      expect([names(), desk.isWorking()]).toEqual([[], true]);
      await vi.advanceTimersByTimeAsync(600);
      expect(names()).toEqual(['annotate', 'set-flag']);
      expect(desk.snapshot().scene.annotations.map(({ flagged }) => flagged)).toEqual([true]);
    });

    it('of what a later key said last, where an earlier step is stored only then: F, then J, hears of what J came to', async () => {
      const { desk, shown } = slowDesk(50, { foresees: true });
      for (const gesture of [select('وزیر نیرو'), key('digit', 2), select('گفت'), key('digit', 3)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(600);
      const [minister, said] = desk.snapshot().scene.annotations.map(({ id }) => id);
      desk.gesture(key('flag'));
      desk.gesture(key('previous'));
      expect([desk.snapshot().state.focused, shown.at(-1)]).toEqual([minister, { kind: 'describe', annotation: minister }]);
      await vi.advanceTimersByTimeAsync(600);
      expect(desk.snapshot().scene.annotations.find(({ id }) => id === said)?.flagged).toBe(true);
      expect(shown.at(-1)).toEqual({ kind: 'describe', annotation: minister });
    });

    it('of a stored step all the same, where the later key said nothing', async () => {
      const { desk, shown } = slowDesk(50, { foresees: true });
      for (const gesture of [select('گفت'), key('digit', 3), select('شهردار')]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(600);
      expect(shown.at(-1)).toEqual({ kind: 'describe', annotation: desk.snapshot().scene.annotations[0]?.id });
    });

    it('where the next key goes, of an answered question: its field gives the focus back before anything is stored, and takes nothing from A', async () => {
      const { desk, shown } = slowDesk(50, { foresees: true });
      for (const gesture of [select('وزیر نیرو'), key('digit', 2)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(600);
      for (const gesture of [key('entity'), key('digit', 1), key('attributes')]) desk.gesture(gesture);
      const gone = () => shown.flatMap((effect) => (effect.kind === 'go' ? effect.region : []));
      expect(gone()).toEqual(['text', 'attributes']);
      await vi.advanceTimersByTimeAsync(600);
      expect(gone()).toEqual(['text', 'attributes']);
      expect(desk.snapshot().scene.annotations[0]?.entity).toBe(desk.snapshot().scene.entities[0]?.id);
    });

    it('nothing of a question whose answer has come before it could be asked: its field would take the keys that follow for letters', async () => {
      const { desk } = slowDesk(50, { foresees: true });
      for (const gesture of [select('وزیر نیرو'), key('digit', 2)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(600);
      const modes = new Set<string>();
      // What is drawn is what stands when all that happens at once is over.
      desk.subscribe(() => queueMicrotask(() => modes.add(desk.snapshot().state.mode.kind)));
      for (const gesture of [key('flag'), key('flag'), key('entity'), key('digit', 1)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(1_000);
      expect([...modes]).toEqual(['idle']);
      expect(desk.snapshot().scene.annotations[0]?.entity).toBe(desk.snapshot().scene.entities[0]?.id);
    });

    it('that it has gone again, where it was foreseen and could not be saved', async () => {
      const { desk, shown } = slowDesk(5, { foresees: true, refuses: true });
      const heard = told(desk);
      desk.gesture(select('گفت'));
      desk.gesture(key('digit', 3));
      expect(heard).toEqual([[0, true], [1, false]]);
      await vi.advanceTimersByTimeAsync(100);
      expect(heard).toEqual([[0, true], [1, false], [0, false]]);
      expect(desk.snapshot().state).toMatchObject({ focused: null, made: [] });
      expect(shown.at(-1)).toMatchObject({ kind: 'problem', problem: { code: 'save-failed' } });
    });

    it('of the key first where the store takes long', async () => {
      const { desk } = slowDesk(80);
      const heard = told(desk);
      desk.gesture(select('گفت'));
      desk.gesture(key('digit', 3));
      await vi.advanceTimersByTimeAsync(400);
      expect(heard).toEqual([[0, true], [0, false], [1, false]]);
    });

    it('of an answered question at once, so that its field does not take the next keys for letters', async () => {
      const { desk } = slowDesk();
      for (const gesture of [select('وزیر نیرو'), key('digit', 2), select('سدها پر می‌شود'), key('digit', 1), key('link')]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(200);
      expect(desk.snapshot().state.mode.kind).toBe('target');
      const heard = told(desk);
      desk.gesture(key('digit', 1));
      expect([heard.length, desk.snapshot().state.mode.kind]).toEqual([1, 'idle']);
      await vi.advanceTimersByTimeAsync(200);
      expect(desk.snapshot().scene.relations).toHaveLength(1);
    });

    it('of a key that the store refuses', async () => {
      const { desk } = slowDesk();
      for (const gesture of [select('گفت'), key('digit', 3)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(100);
      const heard = told(desk);
      for (const gesture of [select('گفت'), key('digit', 3)]) desk.gesture(gesture);
      await vi.advanceTimersByTimeAsync(100);
      expect(heard).toEqual([[1, true], [1, false]]);
    });
  });

  it('focuses what was made and tells it', async () => {
    const { desk, shown, settled, set } = slowDesk();
    desk.gesture(select('وزیر نیرو'));
    desk.gesture(key('digit', 2));
    await settled();
    const made = set().annotations[0]?.id;
    expect(desk.snapshot().state.focused).toBe(made);
    expect(shown.at(-1)).toEqual({ kind: 'describe', annotation: made });
  });

  it('shows the Problem of a command and keeps the focus', async () => {
    const { desk, shown, settled } = slowDesk();
    for (const gesture of [select('گفت'), key('digit', 3), select('گفت'), key('digit', 3)]) desk.gesture(gesture);
    await settled();
    expect(shown.at(-1)).toMatchObject({ kind: 'problem', problem: { code: 'label-already-here' } });
  });

  it('offers to take a deletion back, and names the step', async () => {
    const { desk, shown, settled, set } = slowDesk();
    for (const gesture of [select('گفت'), key('digit', 3), key('delete')]) desk.gesture(gesture);
    await settled();
    expect(set().annotations).toEqual([]);
    expect(shown.at(-1)).toMatchObject({ kind: 'offer-undo', code: 'annotate.deleted' });
    desk.gesture(key('undo'));
    await settled();
    expect(set().annotations).toHaveLength(1);
    expect(shown.at(-1)).toMatchObject({ kind: 'say', code: 'annotate.undone', values: { step: 'remove' } });
  });

  it('offers to take back that somebody was cleared', async () => {
    const { desk, shown, settled, set } = slowDesk();
    for (const gesture of [select('شهردار'), key('digit', 2)]) desk.gesture(gesture);
    await settled();
    const annotation = set().annotations[0]?.id;
    if (!annotation) throw new Error('nothing was made');
    desk.gesture({ kind: 'entity', annotation, entity: { name: 'شهردار تهران', kind: 'person' } });
    desk.gesture({ kind: 'entity', annotation, entity: null });
    await settled();
    expect(shown.at(-1)).toEqual({ kind: 'offer-undo', code: 'annotate.entity-cleared', values: {} });
  });

  it.each([
    ['a link that was cut', [select('سدها پر می‌شود'), key('digit', 1), key('link'), key('digit', 1), key('unlink')], 'annotate.unlinked'],
    ['a piece that was taken away', [select('راه را می‌سازیم'), key('digit', 1), select('و باز می‌کنیم'), key('add-piece')], 'annotate.piece-removed'],
  ] as const)('offers to take it back: %s', async (_, made, code) => {
    const { desk, shown, settled, set } = slowDesk();
    for (const gesture of [select('وزیر نیرو'), key('digit', 2), ...made]) desk.gesture(gesture);
    await settled();
    const quote = set().annotations.find(({ label }) => label === 'QUOTE');
    if (quote && code === 'annotate.piece-removed') desk.gesture({ kind: 'edit', intent: { name: 'remove-piece', input: { annotation: quote.id, piece: 1 } } });
    await settled();
    expect(shown.at(-1)).toEqual({ kind: 'offer-undo', code, values: {} });
    desk.gesture(key('undo'));
    await settled();
    expect([set().relations.length, set().annotations[1]?.spans.length]).toEqual(code === 'annotate.unlinked' ? [1, 1] : [0, 2]);
  });

  it('offers to take back that a day of the follow-up was removed, and not that one was written', async () => {
    const { desk, shown, settled, set } = slowDesk();
    for (const gesture of [select('سدها پر می‌شود'), key('digit', 4)]) desk.gesture(gesture);
    await settled();
    const annotation = set().annotations[0]?.id;
    if (!annotation) throw new Error('nothing was made');
    const write = async (value: string | null) => {
      desk.gesture({ kind: 'edit', intent: { name: 'set-attribute', input: { annotation, attribute: 'follow_up', value } } });
      await settled();
      return shown.at(-1);
    };
    const written = { kind: 'say-attribute', annotation, attribute: 'follow_up' };
    expect(await write('1405-04-15 stalled')).toEqual(written);
    expect(await write('1405-04-15 stalled | 1405-06-31 kept')).toEqual(written);
    expect(await write('1405-06-31 kept')).toEqual({ kind: 'offer-undo', code: 'annotate.follow-up-removed', values: {} });
    expect(await write(null)).toEqual({ kind: 'offer-undo', code: 'annotate.follow-up-removed', values: {} });
  });

  it('says when there is nothing to take back', async () => {
    const { desk, shown, settled } = slowDesk();
    desk.gesture(key('redo'));
    await settled();
    expect(shown).toEqual([{ kind: 'refuse', code: 'annotate.nothing-to-redo', values: {} }]);
  });

  it('hears the arrows of a border that is about to be held', () => {
    const { desk } = slowDesk();
    expect(desk.hears(key('word-left'))).toBe(false);
    for (const gesture of [select('گفت'), key('digit', 3), key('grab-end')]) desk.gesture(gesture);
    expect(desk.hears(key('word-left'))).toBe(true);
  });

  it('knows that what is typed next is for a field, as long as the key that leads there waits; a digit after it is an answer', async () => {
    const { desk, settled } = slowDesk(20);
    for (const gesture of [select('وزیر نیرو'), key('digit', 2)]) desk.gesture(gesture);
    expect(desk.leadsToField()).toBeNull();
    desk.gesture(key('entity'));
    expect(desk.leadsToField()).toBe('entity');
    desk.gesture(key('digit', 1));
    expect(desk.leadsToField()).toBeNull();
    desk.gesture(key('note'));
    expect(desk.leadsToField()).toBe('note');
    await settled();
    expect(desk.leadsToField()).toBeNull();
  });

  it('puts whom a step names first at once: a digit that comes while the step is being saved means the same as later', async () => {
    const { desk, settled, set } = slowDesk(15, { foresees: true });
    for (const [words, label] of [['وزیر نیرو', 2], ['شهردار', 2]] as const) {
      desk.gesture(select(words));
      desk.gesture(key('digit', label));
      await settled();
    }
    const [minister, mayor] = set().annotations;
    if (!minister || !mayor) throw new Error('nothing was made');
    desk.gesture({ kind: 'entity', annotation: mayor.id, entity: { name: 'ایرنا', kind: 'agency' } });
    await settled();
    desk.gesture({ kind: 'entity', annotation: minister.id, entity: { name: 'علی محرابیان', kind: 'person' } });
    expect(desk.isWorking()).toBe(true);
    const { entities, recent } = desk.snapshot().scene;
    expect(recent.map((id) => entities.find((one) => one.id === id)?.name)).toEqual(['علی محرابیان', 'ایرنا']);
    await settled();
  });

  it('makes a new person known to the next question', async () => {
    const { desk, settled, set } = slowDesk();
    desk.gesture(select('وزیر نیرو'));
    desk.gesture(key('digit', 2));
    await settled();
    const annotation = set().annotations[0];
    if (!annotation) throw new Error('nothing was made');
    desk.gesture({ kind: 'entity', annotation: annotation.id, entity: { name: 'علی محرابیان', kind: 'person' } });
    await settled();
    expect(set().annotations[0]?.entity).toBe(desk.snapshot().scene.entities[0]?.id);
    desk.gesture({ kind: 'focus', annotation: annotation.id });
    desk.gesture(key('entity'));
    desk.gesture(key('digit', 1));
    await settled();
    expect(set().annotations[0]?.entity).toBe(desk.snapshot().scene.recent[0]);
  });
});
