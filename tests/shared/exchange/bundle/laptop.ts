import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { disclose, enclose, envelopeHex } from '../../../../electron/envelope.ts';
import { type NewId } from '../../../../shared/commands/command.ts';
import { type ReviewContext } from '../../../../shared/commands/review-context.ts';
import { signedText } from '../../../../shared/exchange/bundle/manifest.ts';
import { aboutIn, type EnvelopeFile, type UnsignedEnvelope, writeEnvelope } from '../../../../shared/exchange/bundle/envelope.ts';
import { type Bundle, isEnvelope, readBundle, readHanded } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { type TakeInPlan } from '../../../../shared/exchange/bundle/take-in.ts';
import { type UnsignedBundle, writeBundle } from '../../../../shared/exchange/bundle/write-bundle.ts';
import { type RosterState } from '../../../../shared/exchange/roster/in-force.ts';
import { firstRoster, nextRoster, type RosterStep } from '../../../../shared/exchange/roster/next-roster.ts';
import { signedRosterText } from '../../../../shared/exchange/roster/roster-file.ts';
import { rosterOf, saidLead, saidRoster } from '../../../../shared/exchange/roster/said.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../../shared/model/annotator.ts';
import { type Article, unknownSource } from '../../../../shared/model/article.ts';
import { applyChange, type Change } from '../../../../shared/model/change.ts';
import { type Dataset, emptyDataset, normalised } from '../../../../shared/model/dataset.ts';
import { localKinds } from '../../../../shared/model/handed-over.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, type LabelId, makeId, type ProjectId } from '../../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../../shared/model/review-event.ts';
import { envelopeKeyText, type Roster, type RosterRole } from '../../../../shared/model/roster.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { type Signature } from '../../../../shared/model/signature.ts';
import { type Result } from '../../../../shared/result.ts';
import { type GiveBack, giveBack, handIn, type HandOver, handOut, type HandOverGround, introduce, notGiven } from '../../../../shared/review/hand-over.ts';
import { type PersonsShare } from '../../../../shared/review/plan-assignment.ts';
import { planTakingIn } from '../../../../shared/review/plan-taking-in.ts';
import { answersTo, worksOn, type Work } from '../../../../shared/review/work.ts';
import { submit } from '../../../../shared/review/work-commands.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { span } from '../../../../shared/text/offsets.ts';

export const project = makeId('project', 'shared') as ProjectId;

export function deviceKey() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const signed = (text: string): Signature => ({ key, signature: sign(null, Buffer.from(text), privateKey).toString('hex') });
  const opener = generateKeyPairSync('x25519').privateKey;
  const envelopeKey = envelopeHex(createPublicKey(opener));
  return {
    key, sign: (manifest: string) => signed(signedText(manifest)), signRoster: (roster: Roster) => signed(signedRosterText(roster)),
    opener, envelope: { envelopeKey, signature: signed(envelopeKeyText(envelopeKey)) },
  };
}

export function holds(bundle: Bundle): boolean {
  const { signature, manifestText } = bundle;
  if (!signature) return true;
  const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(signature.key, 'hex')]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(signedText(manifestText)), key, Buffer.from(signature.signature, 'hex'));
}

/** A laptop without a window: what somebody has of the project, and their way of giving and taking. */
export class Laptop {
  readonly me: Annotator;
  readonly #signer: ReturnType<typeof deviceKey> | null;
  readonly schema: Schema;
  device: DeviceId;
  dataset: Dataset;
  #made = 0;

  constructor(name: string, schema: Schema, options: { readonly isUnsigned?: boolean; readonly dataset?: Dataset } = {}) {
    this.me = { id: makeId('annotator', name), kind: 'person', name, version: null };
    this.device = makeId('device', name);
    this.schema = schema;
    this.dataset = normalised({ ...(options.dataset ?? emptyDataset(schema)), annotators: [...(options.dataset?.annotators ?? []), this.me] });
    this.#signer = options.isUnsigned ? null : deviceKey();
  }

  readonly newId: NewId = (kind) => makeId(kind, `${this.me.name}-${(this.#made += 1)}`);
  readonly now = (): string => new Date(Date.UTC(2026, 0, 1) + (this.#made += 1) * 1000).toISOString();

  get events(): readonly ReviewEvent[] {
    return this.dataset.events ?? [];
  }

  get key(): string | null {
    return this.#signer?.key ?? null;
  }

  get envelopeKey(): string {
    return this.#signer?.envelope.envelopeKey ?? '';
  }

  get openerPem(): string {
    return this.#signer?.opener.export({ format: 'pem', type: 'pkcs8' }).toString() ?? '';
  }

  get roster(): RosterState {
    return rosterOf(this.events, project);
  }

  #say(...events: readonly ReviewEvent[]): void {
    this.dataset = normalised({ ...this.dataset, events: [...this.events, ...events] });
  }

  #signed(roster: Roster): ReviewEvent {
    if (!this.#signer) throw new Error('nobody signs here');
    return saidRoster({ roster, signature: this.#signer.signRoster(roster) }, this.me.id);
  }

  /** Leads from now on. */
  beginRoster(): this {
    const key = this.key ?? '';
    this.#say(this.#signed(firstRoster(project, this.me, key, this.now())), saidLead({ project, key }, 1, this.me.id, this.now()));
    return this;
  }

  changeRoster(step: RosterStep): this {
    const [before] = this.roster.newest;
    const after = before && nextRoster(before.roster, step, { key: this.key ?? '', made: this.now() });
    if (!after?.ok) throw new Error(JSON.stringify(after));
    this.#say(this.#signed(after.value));
    return this;
  }

  addDevice({ me, key }: Laptop, role: RosterRole = 'annotator'): this {
    return this.changeRoster({ kind: 'add-device', person: me.id, name: me.name, role, key: key ?? '' });
  }

  apply(change: Change): void {
    this.dataset = applyChange(this.dataset, change);
  }

  /** The own set on the Article becomes this. */
  put(set: AnnotationSet): void {
    this.dataset = normalised({ ...this.dataset, sets: [...this.dataset.sets.filter(({ id }) => id !== set.id), set] });
  }

  review(article: ArticleId): ReviewContext {
    const found = this.dataset.articles.find(({ id }) => id === article);
    if (!found) throw new Error(`no article ${article}`);
    return {
      schema: this.schema, article: found, sets: this.dataset.sets.filter((set) => set.article === article), events: this.events.filter((event) => event.article === article),
      annotators: this.dataset.annotators, entities: this.dataset.entities, by: this.me.id, now: this.now(), newId: this.newId,
    };
  }

  perform(article: ArticleId, command: (context: ReviewContext) => Result<Change>): void {
    const done = command(this.review(article));
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    this.apply(done.value);
  }

  works(article: ArticleId): readonly Work[] {
    return worksOn({ ...this.review(article), answersTo: answersTo(this.events) });
  }

  ground(): HandOverGround {
    const { me, device, schema, newId } = this;
    return { me, device, schema, newId, events: this.events, now: this.now(), project: { id: project, name: 'پروژه' }, entities: this.dataset.entities, app: '0' };
  }

  #file(handed: HandOver): Uint8Array {
    const signed = (unsigned: UnsignedBundle | UnsignedEnvelope) => unsigned.file(this.#signer?.sign(unsigned.manifest) ?? null);
    const open = signed(writeBundle(handed.parts));
    if (handed.openers === null) {
      this.#say(...handed.events);
      return open;
    }
    const { project: of, person, device, app, made } = handed.parts.about;
    const { holds: enclosed, ...locked } = enclose({ project: of.id, person: person.id, device }, handed.openers, open);
    this.#say(...handed.events.map((event) => (event.kind === 'given' ? { ...event, enclosed } : event)));
    return signed(writeEnvelope({ about: { project: of, person, device, app, made, holds: enclosed }, ...locked }));
  }

  /** What this device reads in an envelope; as `disclose`. */
  open({ manifest, sealed }: EnvelopeFile): Uint8Array | 'elsewhere' | null {
    if (!this.#signer) throw new Error('nobody opens here');
    return disclose(aboutIn(manifest), manifest, sealed, this.#signer.opener);
  }

  /** Says with which key envelopes are closed for this device. */
  nameEnvelopeKey(): this {
    return this.changeRoster({ kind: 'name-envelope-keys', keys: [{ key: this.key ?? '', envelopeKey: this.envelopeKey }] });
  }

  handOut(shares: readonly PersonsShare[], names: ReadonlyMap<AnnotatorId, string> = new Map(), blind = true, strict = false): ReadonlyMap<AnnotatorId, Uint8Array> {
    const articles = new Map<ArticleId, Article>(this.dataset.articles.map((one) => [one.id, one]));
    const made = handOut(this.ground(), { shares, names, articles, round: 'یک', blind, strict });
    return new Map(made.map((one) => [one.to as AnnotatorId, this.#file(one)]));
  }

  /** Hands in what is done, and gives the file of all that was said and not given yet. */
  handIn(): Uint8Array {
    for (const set of this.dataset.sets) if (set.annotator === this.me.id && set.role === 'work' && set.status === 'done') this.perform(set.article, submit);
    const articles = [...new Set(notGiven(this.events, this.me.id).flatMap(({ article }) => article ?? []))];
    const works = articles.map((id) => {
      const { article, sets, events } = this.review(id);
      return {
        article,
        set: sets.find((one) => one.annotator === this.me.id && one.role === 'work') ?? null,
        gold: sets.find((one) => one.annotator === this.me.id && one.role === 'adjudicated') ?? null,
        events: events.filter(({ by, kind }) => by === this.me.id && kind !== 'planted'),
      };
    });
    return this.#file(handIn(this.ground(), works));
  }

  /** Tells the lead of this device, before there is any work; from the project of this id on this laptop. */
  introduce(from: ProjectId = project): Uint8Array {
    const { envelope } = this.#signer ?? deviceKey();
    const said: ReviewEvent = { id: makeId('event', `envelope-${envelope.envelopeKey.slice(0, 32)}`), article: null, by: this.me.id, at: this.now(), kind: 'envelope-key', ...envelope };
    if (!this.events.some(({ id }) => id === said.id)) this.#say(said);
    return this.#file(introduce({ ...this.ground(), project: { id: from, name: '' } }, this.ground().project));
  }

  giveBack(back: GiveBack): Uint8Array {
    return this.#file(giveBack(this.ground(), back));
  }

  plan(files: readonly Uint8Array[], mayJoin = false): TakeInPlan {
    const incoming = files.map((bytes, index) => {
      const name = `${index}.naql`;
      const handed = readHanded({ name, bytes });
      const isEnclosed = handed.ok && isEnvelope(handed.value);
      const inside = isEnclosed ? this.open(handed.value) : bytes;
      if (!(inside instanceof Uint8Array)) throw new Error('it is not for this device');
      const read = readBundle({ name, bytes: inside });
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      if (!holds(read.value)) throw new Error('the signature does not hold');
      return { bundle: read.value, key: read.value.signature?.key ?? null, isEnclosed };
    });
    return planTakingIn({ project, me: this.me.id, device: this.device, dataset: this.dataset, mayJoin, now: this.now() }, incoming);
  }

  takeIn(...files: readonly Uint8Array[]): TakeInPlan {
    const plan = this.plan(files);
    this.apply(plan.change);
    return plan;
  }

  /** What everybody should agree on: all but what a device says to itself. */
  shared(): Dataset {
    return normalised({ ...this.dataset, events: this.events.filter(({ kind }) => !localKinds.has(kind) && kind !== 'taken-up') });
  }
}

export const articleOf = (token: string, text = `خبر ${token}. وزیر نیرو گفت: «برق می‌آید».`): Article => ({
  id: makeId('article', token), title: `خبر ${token}`, text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource,
  added: '2026-01-01T00:00:00.000Z', extra: {},
});

/** Somebody's finished set, with speakers at these places. */
export const setOf = (laptop: Laptop, article: ArticleId, ...places: readonly (readonly [number, number])[]): AnnotationSet => ({
  id: makeId('set', `${laptop.me.name}-${article}`), article, annotator: laptop.me.id, role: 'work', status: 'done', relations: [],
  annotations: places.map(([start, end], index) => ({
    id: makeId('annotation', `${laptop.me.name}-${index}`), label: 'SPEAKER' as LabelId, spans: [span(start, end)], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
  })),
});
