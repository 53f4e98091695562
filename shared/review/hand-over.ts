import { type NewId } from '../commands/command.ts';
import { canonicalJson } from '../canonical-json.ts';
import { leavingWith } from '../codecs/fields-of-sets.ts';
import { introductionChannel } from '../exchange/bundle/introduction.ts';
import { headsOf, isReceived, seenEntries } from '../exchange/bundle/known.ts';
import { type Manifest } from '../exchange/bundle/manifest.ts';
import { channelTo, type Content, entitiesNamed, parcel, type Sender, submittedChannel } from '../exchange/bundle/parcel.ts';
import { type BundleParts } from '../exchange/bundle/write-bundle.ts';
import { openersIn } from '../exchange/roster/openers.ts';
import { rosterOf, rostersFrom } from '../exchange/roster/said.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { localKinds } from '../model/handed-over.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../model/review-event.ts';
import { type Schema } from '../model/schema.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type PersonsShare } from './plan-assignment.ts';
import { isStrict } from './strict.ts';

/** Who hands over what project. */
export interface HandOverGround extends Sender {
  readonly project: Manifest['project'];
  readonly schema: Schema;
  readonly entities: readonly Entity[];
  readonly newId: NewId;
}

/** A Bundle to be written, and what is to be remembered once it is. */
export interface HandOver {
  readonly to: AnnotatorId | null;
  readonly name: string;
  readonly parts: BundleParts;
  readonly events: readonly ReviewEvent[];
  /** X25519 keys of the devices that alone can open it; `null`: it goes openly. Empty where it must not and nobody could. */
  readonly openers: readonly string[] | null;
}

const said = ({ me, now, newId }: HandOverGround, article: ArticleId | null, act: ReviewAct): ReviewEvent => ({ id: newId('event'), article, by: me.id, at: now, ...act });

/**
 * The entries of the guideline, and reasons that were added, that are the lead's own: each statement travels with whoever made it. Those of earlier versions name the Article that
 * they were written on, which whoever gets them need not have.
 */
const rules = ({ me, events }: HandOverGround): readonly ReviewEvent[] =>
  events.filter((event) => isRule(event) && event.by === me.id).map((event) => ({ ...event, article: null }));
const isRule = ({ kind }: ReviewEvent): boolean => kind === 'ruled' || kind === 'reason-added';
const rulesHash = (ground: HandOverGround): string | null => {
  const entries = rules(ground).filter(({ kind }) => kind === 'ruled');
  return entries.length === 0 ? null : fingerprint(canonicalJson(entries));
};

/** What everybody gets who is given something: the guideline, and who works here on which devices. */
const ofTheLead = (ground: HandOverGround): readonly ReviewEvent[] => [...rules(ground), ...rostersFrom(ground.events, ground.me.id)];

type About = BundleParts['about'];

/** To one person: of other people's devices nothing is told. */
function aboutOf(ground: HandOverGround, purpose: About['purpose'], to: AnnotatorId | null, project = ground.project): About {
  const { me, device, now, app, events } = ground;
  const theirs = new Set(events.filter(isReceived).flatMap((event) => (to === null || event.person === to ? [event.device] : [])));
  const heads = headsOf(seenEntries(events)).filter((head) => theirs.has(head.device));
  return { project, purpose, person: { id: me.id, name: me.name }, device, to, app, made: now, guideline: rulesHash(ground), heads };
}

export interface HandOut {
  readonly shares: readonly PersonsShare[];
  /** Of everybody who gets something; a name for those who are not known yet. */
  readonly names: ReadonlyMap<AnnotatorId, string>;
  /** All that is given out. */
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly round: string;
  readonly blind: boolean;
  /** As `Assigned`. */
  readonly hold?: boolean;
  readonly strict?: boolean;
}

/** An assignment for each person who gets anything. It holds nobody's sets: what somebody may not see is not there. */
export function handOut(ground: HandOverGround, { shares, names, articles, round, blind, hold = false, strict = false }: HandOut): readonly HandOver[] {
  const made: HandOver[] = [];
  let { events } = ground;
  for (const { person, articles: own, repeats } of shares) {
    if (own.length === 0) continue;
    const name = names.get(person) ?? '';
    const assigned = (article: ArticleId): ReviewEvent => said(ground, article, { kind: 'assigned', annotator: person, name, round, blind, ...(hold && { hold }), ...(strict && { strict }) });
    const fresh = own.map(assigned);
    const planted = repeats.map((article) => {
      const as = ground.newId('article');
      return { as, copy: { ...articleIn(articles, article), id: as, added: ground.now }, said: said(ground, article, { kind: 'planted', annotator: person, as }) };
    });
    const content: Content = {
      scope: null, command: 'assign', sets: [], entities: ground.entities, events: [...fresh, ...planted.map(({ as }) => assigned(as)), ...ofTheLead(ground)],
    };
    const { entries, given } = parcel({ ...ground, events }, channelTo(person), 'assignment', person, [content]);
    const kept = [...fresh, ...planted.map((one) => one.said), said(ground, null, given)];
    const texts = [...own.map((id) => articleIn(articles, id)), ...planted.map(({ copy }) => copy)].sort((a, b) => (a.id < b.id ? -1 : 1));
    made.push({
      to: person, name, events: kept, openers: null,
      parts: { about: aboutOf({ ...ground, events }, 'assignment', person), schema: ground.schema, entries, articles: texts, mentioned: [] },
    });
    events = [...events, ...kept];
  }
  return made;
}

/** A text by itself: what other programs wrote about anybody's work on it stays. */
function articleIn(articles: ReadonlyMap<ArticleId, Article>, id: ArticleId): Article {
  const article = articles.get(id);
  if (!article) throw new Error(`article ${id} is to be handed over and is not there`);
  return { ...article, extra: leavingWith(article.extra, []) };
}

/** Whom I answer to, and with which key envelopes are closed for this device. */
const ofMyself = ({ me, events }: HandOverGround): readonly ReviewEvent[] => events.filter((event) => (event.kind === 'taken-up' || event.kind === 'envelope-key') && event.by === me.id);

/** This device, to whoever leads a project: a submission without any work, so that the device can be put on the roster before there is some. */
export function introduce(ground: HandOverGround, to: Manifest['project']): HandOver {
  const content: Content = { scope: null, command: 'introduce', sets: [], entities: [], events: ofMyself(ground) };
  const { entries, given } = parcel(ground, introductionChannel(ground.project.id), 'submission', null, [content]);
  return {
    to: null, name: ground.me.name, events: [said(ground, null, given)], openers: null,
    parts: { about: aboutOf(ground, 'submission', null, to), schema: ground.schema, entries, articles: [], mentioned: [] },
  };
}

/** One Article that I have something to say of. */
export interface OwnWork {
  readonly article: Pick<Article, 'id' | 'fingerprint'>;
  /** What was handed in; `null` where it was not done. */
  readonly set: AnnotationSet | null;
  /** The gold set that I closed, for whoever settles between several; otherwise `null`. */
  readonly gold: AnnotationSet | null;
  /** What I said of it, the newest with the rest. */
  readonly events: readonly ReviewEvent[];
}

/**
 * What I have said and not given away yet: of these Articles the work is to go out.
 * @param to not given to these people; without it, to nobody
 */
export function notGiven(events: readonly ReviewEvent[], me: AnnotatorId, to?: ReadonlySet<AnnotatorId>): readonly ReviewEvent[] {
  const isMeant = (person: AnnotatorId | null): boolean => !to || (person !== null && to.has(person));
  const given = new Set(events.flatMap((event) => (event.kind === 'given' && isMeant(event.to) ? event.entries.flatMap(({ writes }) => writes) : [])));
  return events.filter((event) => event.by === me && !localKinds.has(event.kind) && !given.has(`event ${event.id}`));
}

/** The submission: each Article an Entry, each set whole. It goes to the project that the work was given out by, in an envelope where any of it is done under strict blindness. */
export function handIn(ground: HandOverGround, works: readonly OwnWork[]): HandOver {
  const contents = works.map(({ article, set, gold, events }): Content => {
    const sets = [set, gold].filter((one) => one !== null);
    return { scope: article.id, command: 'submit', sets, entities: entitiesNamed(sets, ground.entities), events: events.filter((event) => !isRule(event)) };
  });
  const ofTheWhole = [...ofMyself(ground), ...rules(ground)];
  const all: readonly Content[] = ofTheWhole.length === 0 ? contents : [{ scope: null, command: 'take-up', sets: [], entities: [], events: ofTheWhole }, ...contents];
  const { entries, given } = parcel(ground, submittedChannel, 'submission', null, all);
  const lead = ground.events.filter(isReceived).findLast((event) => event.purpose === 'assignment');
  const project = lead ? { id: lead.project, name: ground.project.name } : ground.project;
  const mentioned = works.map(({ article }) => article).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    to: null, name: ground.me.name, events: [said(ground, null, given)],
    openers: isStrict(ground.events, new Set(works.map(({ article }) => article.id))) ? openersIn(rosterOf(ground.events, project.id)) : null,
    parts: { about: aboutOf(ground, 'submission', null, project), schema: ground.schema, entries, articles: [], mentioned },
  };
}

/** What the reviewer says of one person's work, and the gold sets that they may see now. */
export interface GiveBack {
  readonly person: AnnotatorId;
  readonly name: string;
  readonly articles: readonly Pick<Article, 'id' | 'fingerprint'>[];
  readonly events: readonly ReviewEvent[];
  readonly gold: readonly AnnotationSet[];
  /** X25519 keys of the devices of this person that have said and proven them. */
  readonly readers: readonly string[];
}

/** For one person alone: under strict blindness in an envelope, which they and those who judge can open; `openers` is empty where no device of theirs is known to. */
export function giveBack(ground: HandOverGround, { person, name, articles, events, gold, readers }: GiveBack): HandOver {
  const isEnclosed = isStrict(ground.events, new Set(articles.map(({ id }) => id)));
  const content: Content = { scope: null, command: 'review', sets: gold, entities: entitiesNamed(gold, ground.entities), events: [...events.filter((event) => !isRule(event)), ...ofTheLead(ground)] };
  const { entries, given } = parcel(ground, channelTo(person), 'review', person, [content]);
  return {
    to: person, name, events: [said(ground, null, given)],
    openers: !isEnclosed ? null : readers.length === 0 ? [] : [...new Set([...openersIn(rosterOf(ground.events, ground.project.id)), ...readers])].sort(),
    parts: { about: aboutOf(ground, 'review', person), schema: ground.schema, entries, articles: [], mentioned: articles },
  };
}

