import { canonicalJson } from '../../canonical-json.ts';
import { type AnnotationSet, ordered } from '../../model/annotation-set.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Article } from '../../model/article.ts';
import { type Change, changeBetween } from '../../model/change.ts';
import { checkSet, errorsOf } from '../../model/check.ts';
import { type Dataset, normalised } from '../../model/dataset.ts';
import { derivedId } from '../../model/derived-id.ts';
import { type Entity } from '../../model/entity.ts';
import { type Planted, type Received } from '../../model/handed-over.ts';
import { type AnnotatorId, type ArticleId, type EventId, makeId, type ProjectId, type SetId } from '../../model/id.ts';
import { checkEvent, type ReviewEvent } from '../../model/review-event.ts';
import { type LeadKnown } from '../../model/roster.ts';
import { type Schema } from '../../model/schema.ts';
import { secondTimeOf } from '../../model/second-time.ts';
import { problem, type Problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type Entry, entryHash } from '../log.ts';
import { type RosterState } from '../roster/in-force.ts';
import { rosterOf } from '../roster/said.ts';
import { type Standing } from '../roster/standing.ts';
import { clockProblem } from './clocks.ts';
import { isIntroduction, isOfAnotherProject } from './introduction.ts';
import { comesLater, isReceived, knownEntry, placeOf, type Seen, seenEntries, writtenAs } from './known.ts';
import { setsIn } from './parcel.ts';
import { type Bundle } from './read-bundle.ts';
import { refusal } from './refusal.ts';
import { type Incoming, type TakeInGround } from './take-in-ground.ts';
import { leadsMet, rosterReport } from './take-in-roster.ts';

/** What a Bundle would bring, or brought. */
export interface BundleReport {
  readonly bundle: Bundle;
  readonly key: string | null;
  /** `refused`: nothing of it comes in; `known`: everything is there already. */
  readonly verdict: 'new' | 'known' | 'refused';
  /** Sets that are new here, or came in a later state. */
  readonly sets: number;
  readonly annotations: number;
  /** What was said: handed in, given back, assigned … */
  readonly events: number;
  /** Articles that any of this lies on. */
  readonly on: number;
  readonly newArticles: number;
  /** Articles that it speaks of and nobody has here. */
  readonly unknownArticles: number;
  /** What the roster says, once all of this has come in, of the device that signed it. */
  readonly standing: Standing;
  /** The device whose roster is gone by from now on, since nobody's was before: its words are to be looked at. */
  readonly newLead: string | null;
  readonly problems: readonly Problem[];
}

export interface TakeInPlan {
  readonly change: Change;
  readonly reports: readonly BundleReport[];
  /** This device was copied or restored from a backup: it must go on under a new id. */
  readonly isCopy: boolean;
}

/** What a plan has to be given of a project: the Articles by id or text, the sets on them and those of these ids. */
export function concernedBy(bundles: readonly Bundle[]): { readonly articles: readonly ArticleId[]; readonly texts: readonly string[]; readonly sets: readonly SetId[] } {
  return {
    articles: bundles.flatMap(({ manifest }) => manifest.documents.map(({ id }) => id)),
    texts: bundles.flatMap(({ manifest }) => manifest.documents.map(({ text }) => text)),
    sets: bundles.flatMap(({ entries }) => entries.flatMap(({ change }) => change.added.flatMap((one) => (one.kind === 'set' ? one.value.id : [])))),
  };
}

/**
 * What taking Bundles in would do, in whatever order they are given: one Change, and a report on each. Of every set the latest state counts that
 * anybody sent, what was said is a union, and nothing of the own work is altered.
 */
export function planTakeIn(ground: TakeInGround, incoming: readonly Incoming[]): TakeInPlan {
  const seen = new Map(seenEntries(ground.dataset.events ?? []).map((one) => [placeOf(one), one]));
  const desk = new Desk(ground, seen);
  const inOrder = [...new Map(incoming.map((one) => [one.bundle.hash, one])).values()].sort((a, b) => (a.bundle.hash < b.bundle.hash ? -1 : 1));
  const reports: BundleReport[] = [];
  const accepted: Incoming[] = [];
  for (const one of inOrder) {
    const refused = refusal(ground, one, seen);
    if (refused.length > 0) {
      reports.push({ ...emptyReport(one), verdict: 'refused', problems: inFile(one, refused) });
      continue;
    }
    accepted.push(one);
    for (const entry of one.bundle.entries) {
      const place = placeOf(entry);
      if (!seen.has(place)) seen.set(place, { ...knownEntry(entry), device: entry.device });
    }
  }
  // Texts first: what one Bundle says may lie on an Article that another brings.
  const tallies = accepted.map((one) => ({ one, tally: new Tally(desk.placeArticles(one)) }));
  const entries = tallies
    .flatMap(({ one, tally }) => one.bundle.entries.map((entry) => ({ entry, one, tally })))
    .sort((a, b) => (comesLater(a.entry, b.entry) ? 1 : -1));
  for (const { entry, one, tally } of entries) desk.take(entry, one, tally);
  const met = desk.meetLeads(accepted);
  for (const { one, tally } of tallies) {
    const state = desk.rosterFor(one);
    desk.remember(one, tally, state);
    const { standing, problems } = rosterReport(one, state);
    const newLead = met.find(({ project }) => project === one.bundle.manifest.project.id)?.key ?? null;
    const doubts = [...problems, ...(standing.kind === 'no-roster' ? newKey(ground, one) : [])];
    reports.push({ ...reportOf(one, tally, [...doubts, ...gapsIn(one, seen), ...clockProblem(ground, one)], ground.dataset.schema), standing, newLead });
  }
  const order = new Map(incoming.map(({ bundle }, index) => [bundle.hash, index]));
  return {
    change: changeBetween(normalised(ground.dataset), desk.after()),
    reports: reports.sort((a, b) => (order.get(a.bundle.hash) ?? 0) - (order.get(b.bundle.hash) ?? 0)),
    isCopy: incoming.some((one) => knowsMoreOfUs(ground, one)),
  };
}

const emptyReport = ({ bundle, key }: Incoming): BundleReport => ({
  bundle, key, verdict: 'known', sets: 0, annotations: 0, events: 0, on: 0, newArticles: 0, unknownArticles: 0, standing: { kind: key === null ? 'unsigned' : 'no-roster' }, newLead: null, problems: [],
});

const inFile = ({ bundle }: Incoming, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, place: { file: bundle.name, ...one.place } }));

/** What comes of one Bundle, while it is counted. */
class Tally {
  readonly articleOf: ReadonlyMap<ArticleId, PlacedArticle | null>;
  readonly taken: Entry[] = [];
  readonly on = new Set<ArticleId>();
  readonly unknown = new Set<ArticleId>();
  readonly problems: Problem[] = [];
  sets = 0;
  annotations = 0;
  events = 0;
  newArticles: number;

  constructor({ articleOf, added }: { readonly articleOf: ReadonlyMap<ArticleId, PlacedArticle | null>; readonly added: number }) {
    this.articleOf = articleOf;
    this.newArticles = added;
  }
}

/** Where an Article of a Bundle is here. `planted`: it was given out as another one, to be marked a second time. */
interface PlacedArticle {
  readonly id: ArticleId;
  readonly isPlanted: boolean;
}

/** The records as they become. */
class Desk {
  readonly #ground: TakeInGround;
  readonly #seen: ReadonlyMap<string, Seen>;
  readonly #articles: Map<ArticleId, Article>;
  readonly #byText: Map<string, ArticleId>;
  readonly #annotators: Map<AnnotatorId, Annotator>;
  readonly #entities: Map<Entity['id'], Entity>;
  readonly #sets: Map<SetId, AnnotationSet>;
  readonly #events: Map<EventId, ReviewEvent>;
  readonly #planted: ReadonlyMap<ArticleId, ArticleId>;
  /** By what is written, the latest Entry that was taken in before. */
  readonly #latest = new Map<string, Pick<Seen, 'lamport' | 'device' | 'channel' | 'sequence'>>();
  /** What Entities were when they came, so that one that was altered here is known. */
  readonly #cameAs = new Set<string>();
  readonly #rosters = new Map<ProjectId, RosterState>();

  constructor(ground: TakeInGround, seen: ReadonlyMap<string, Seen>) {
    this.#ground = ground;
    this.#seen = new Map(seen);
    const { articles, annotators, entities, sets, events = [] } = ground.dataset;
    this.#articles = new Map(articles.map((one) => [one.id, one]));
    this.#byText = new Map([...articles].reverse().map((one) => [one.fingerprint, one.id]));
    this.#annotators = new Map(annotators.map((one) => [one.id, one]));
    this.#entities = new Map(entities.map((one) => [one.id, one]));
    this.#sets = new Map(sets.map((one) => [one.id, one]));
    this.#events = new Map(events.map((one) => [one.id, one]));
    this.#planted = new Map(events.flatMap((one) => (isPlanted(one) && one.article !== null ? [[one.as, one.article] as const] : [])));
    for (const one of events.filter(isReceived).flatMap((event) => event.entries.map((entry) => ({ ...entry, device: event.device }))))
      for (const written of one.writes) this.#note(written, one);
  }

  #note(written: string, entry: Pick<Seen, 'lamport' | 'device' | 'channel' | 'sequence'>): void {
    if (written.startsWith('entity ')) this.#cameAs.add(written);
    const key = keyOf(written);
    const there = this.#latest.get(key);
    if (!there || comesLater(entry, there)) this.#latest.set(key, entry);
  }

  /** Is what this Entry says of the record the latest that came? */
  #isLatest(key: string, entry: Entry): boolean {
    const there = this.#latest.get(key);
    return !there || comesLater(entry, there);
  }

  placeArticles({ bundle }: Incoming): { readonly articleOf: ReadonlyMap<ArticleId, PlacedArticle | null>; readonly added: number } {
    const files = new Map(bundle.articles.map((one) => [one.id, one]));
    const isOurs = bundle.manifest.project.id === this.#ground.project;
    let added = 0;
    const place = (id: ArticleId, text: string): PlacedArticle | null => {
      const planted = this.#planted.get(id);
      if (planted) return this.#articles.has(planted) ? { id: planted, isPlanted: true } : null;
      const own = this.#articles.get(id);
      if (own?.fingerprint === text) return { id, isPlanted: false };
      const file = files.get(id);
      // Within one project an id is an Article; elsewhere a text is.
      const known = isOurs && file ? undefined : this.#byText.get(text);
      if (known) return { id: known, isPlanted: false };
      if (!file) return null;
      const free = own ? derivedId(id, text.slice(0, 16)) : id;
      if (!this.#articles.has(free)) {
        this.#articles.set(free, { ...file, id: free });
        if (!this.#byText.has(text)) this.#byText.set(text, free);
        added += 1;
      }
      return { id: free, isPlanted: false };
    };
    return { articleOf: new Map(bundle.manifest.documents.map(({ id, text }) => [id, place(id, text)] as const)), added };
  }

  /** Takes an Entry that is not known yet. What cannot be placed keeps the Entry from counting as known, so that it may come again. */
  take(entry: Entry, { bundle }: Incoming, tally: Tally): void {
    if (this.#seen.get(placeOf(entry))?.hash === entryHash(entry)) return;
    const { added } = entry.change;
    for (const record of added) {
      if (record.kind === 'annotator' && record.value.id === entry.annotator) this.#takeAnnotator(record.value, entry);
      if (record.kind === 'entity') this.#takeEntity(record.value, entry);
    }
    if (!this.#annotators.has(entry.annotator)) {
      const { id, name } = bundle.manifest.person;
      this.#annotators.set(entry.annotator, { id: entry.annotator, kind: 'person', name: id === entry.annotator ? name : '', version: null });
    }
    const isWhole = [
      ...setsIn(entry).map((set) => this.#takeSet(set, entry, tally)),
      ...added.flatMap((record) => (record.kind === 'event' ? this.#takeEvent(record.value, entry, tally) : [])),
    ].every(Boolean);
    if (isWhole) tally.taken.push(entry);
  }

  #takeAnnotator(value: Annotator, entry: Entry): void {
    const there = this.#annotators.get(value.id);
    const isMine = value.id === this.#ground.me && there;
    if (!isMine && this.#isLatest(`annotator ${value.id}`, entry)) this.#annotators.set(value.id, value);
  }

  #takeEntity(value: Entity, entry: Entry): void {
    const there = this.#entities.get(value.id);
    const now = there && writtenAs({ kind: 'entity', value: there });
    const isUntouched = now === undefined || now === null || this.#cameAs.has(now);
    if (!there || (isUntouched && this.#isLatest(`entity ${value.id}`, entry))) {
      const { mergedInto, ...itself } = value;
      this.#entities.set(value.id, mergedInto !== undefined && !this.#entities.get(mergedInto)?.mergedInto ? value : itself);
    }
    const written = writtenAs({ kind: 'entity', value });
    if (written) this.#note(written, entry);
  }

  #place(article: ArticleId, tally: Tally): PlacedArticle | null {
    const placed = tally.articleOf.get(article) ?? null;
    if (!placed) tally.unknown.add(article);
    return placed;
  }

  #takeSet(came: AnnotationSet, entry: Entry, tally: Tally): boolean {
    const placed = this.#place(came.article, tally);
    if (!placed) return false;
    const annotator = placed.isPlanted ? this.#secondTime(came.annotator) : came.annotator;
    const set = ordered({ ...came, article: placed.id, annotator });
    const article = this.#articles.get(placed.id);
    if (!article) throw new Error(`article ${placed.id} of set ${came.id} was placed and is not there`);
    if (!this.#isLatest(`set ${set.id}`, entry)) return true;
    const there = this.#sets.get(set.id);
    if (there && canonicalJson(ordered(there)) === canonicalJson(set)) return true;
    if (annotator === this.#ground.me && (there || this.#hasOwn(set))) {
      tally.problems.push(problem('bundle-own-work', { record: set.id }, { title: article.title }, 'warning'));
      return true;
    }
    const errors = errorsOf(checkSet({ schema: this.#ground.dataset.schema, article, entities: new Set(this.#entities.keys()) }, set));
    if (errors.length > 0) {
      tally.problems.push(problem('set-left-out', { record: set.id }, { id: set.id, count: errors.length }), ...errors.map((one) => ({ ...one, place: { record: set.id, ...one.place } })));
      return false;
    }
    this.#sets.set(set.id, set);
    this.#note(`set ${set.id}`, entry);
    tally.sets += 1;
    tally.annotations += set.annotations.length;
    tally.on.add(placed.id);
    return true;
  }

  #hasOwn({ article, annotator, role }: AnnotationSet): boolean {
    return [...this.#sets.values()].some((one) => one.article === article && one.annotator === annotator && one.role === role);
  }

  /** Somebody's second marking of the same text is compared with their first, and so is another Annotator's. */
  #secondTime(annotator: AnnotatorId): AnnotatorId {
    const id = secondTimeOf(annotator);
    const first = this.#annotators.get(annotator);
    if (first && !this.#annotators.has(id)) this.#annotators.set(id, { ...first, id, name: `${first.name} (2)` });
    return id;
  }

  #takeEvent(event: ReviewEvent, entry: Entry, tally: Tally): boolean {
    if (this.#events.has(event.id)) return true;
    // An entry of the guideline holds for every Article, whichever one an earlier version wrote it on.
    const article = event.kind === 'ruled' ? null : event.article;
    const placed = article === null ? null : this.#place(article, tally);
    if (article !== null && !placed) return false;
    const value: ReviewEvent = { ...(placed?.isPlanted ? this.#ofSecondTime(event) : event), article: placed?.id ?? null };
    const known = { articles: new Set(this.#articles.keys()), annotators: new Set(this.#annotators.keys()) };
    const problems = checkEvent(known, value);
    if (problems.length > 0) {
      tally.problems.push(...problems);
      return false;
    }
    this.#events.set(value.id, value);
    tally.events += 1;
    if (value.article !== null) tally.on.add(value.article);
    return entry.annotator === event.by;
  }

  /** What was said of the second marking is not said of the first: it was handed in by whoever its set belongs to. */
  #ofSecondTime(event: ReviewEvent): ReviewEvent {
    switch (event.kind) {
      case 'submitted':
      case 'reopened':
        return { ...event, by: this.#secondTime(event.by) };
      case 'declined':
      case 'skipped':
        return { ...event, by: this.#secondTime(event.by), annotator: this.#secondTime(event.annotator) };
      default:
        return event;
    }
  }

  /** Notes whose roster is gone by from now on (`leadsMet`). */
  meetLeads(accepted: readonly Incoming[]): readonly (ReviewEvent & LeadKnown)[] {
    const met = leadsMet(this.#ground, accepted, [...this.#events.values()]);
    for (const event of met) this.#events.set(event.id, event);
    return met;
  }

  /** The roster of a project, once all has come in: worked out once, however many files speak of it. */
  rosterFor({ bundle }: Incoming): RosterState {
    const { id } = bundle.manifest.project;
    const state = this.#rosters.get(id) ?? rosterOf([...this.#events.values()], id);
    this.#rosters.set(id, state);
    return state;
  }

  /** Notes what came, so that it is known again; and that the own work answers to the name it was given out by. */
  remember({ bundle, key }: Incoming, { taken, unknown }: Tally, { current }: RosterState): void {
    const { manifest, hash } = bundle;
    const { me, now } = this.#ground;
    const frame = { article: null, by: me, at: now };
    // Whoever gave it out in this project gets it back where their device was restored: they are none of those whom it was given to.
    const isOwn = manifest.person.id === me && manifest.project.id === this.#ground.project;
    if (manifest.purpose === 'assignment' && manifest.to !== null && manifest.to !== me && !isOwn) {
      const id = makeId('event', `up-${hash.slice(0, 8)}-${me.slice(-40)}`);
      const isKnown = [...this.#events.values()].some((one) => one.kind === 'taken-up' && one.place === manifest.to);
      if (!isKnown) this.#events.set(id, { ...frame, id, kind: 'taken-up', place: manifest.to, annotator: me });
    }
    for (const device of new Set(taken.map((entry) => entry.device))) {
      const entries = taken.filter((entry) => entry.device === device).map(knownEntry);
      // One file may come again and bring what could not be placed before: that is another receipt.
      const id = makeId('event', `in-${fingerprint(entries.map((entry) => entry.hash).join(' ')).slice(0, 24)}`);
      const received: Received = {
        kind: 'received', bundle: hash, purpose: manifest.purpose, project: manifest.project.id, person: manifest.person.id, device, key,
        ...(current && { roster: current.roster.number }), ...(unknown.size > 0 && { isPart: true as const }), entries,
      };
      this.#events.set(id, { ...frame, id, ...received });
    }
  }

  after(): Dataset {
    return normalised({
      schema: this.#ground.dataset.schema,
      articles: [...this.#articles.values()],
      annotators: [...this.#annotators.values()],
      entities: [...this.#entities.values()],
      sets: [...this.#sets.values()],
      events: [...this.#events.values()],
    });
  }
}

const isPlanted = (event: ReviewEvent): event is ReviewEvent & Planted => event.kind === 'planted';

/** `entity <id> <hash>` without the hash. */
const keyOf = (written: string): string => (written.startsWith('entity ') ? written.slice(0, written.lastIndexOf(' ')) : written);

function reportOf(one: Incoming, tally: Tally, notes: readonly Problem[], schema: Schema): BundleReport {
  const { sets, annotations, events, on, newArticles, unknown } = tally;
  const unknownOnes = unknown.size === 0 ? [] : [problem('bundle-article-unknown', {}, { n: unknown.size }, 'warning')];
  const isNew = tally.taken.length > 0 || newArticles > 0;
  return {
    ...emptyReport(one),
    verdict: isNew || unknown.size > 0 || tally.problems.length > 0 ? 'new' : 'known',
    sets, annotations, events, on: on.size, newArticles, unknownArticles: unknown.size,
    problems: inFile(one, [...notes, ...unknownOnes, ...tally.problems, ...otherVersion(one, schema)]),
  };
}

/** Somebody who is known by a key comes with another one: they have a new laptop, or are not who they say. */
function newKey({ dataset }: TakeInGround, { bundle: { manifest }, key }: Incoming): readonly Problem[] {
  const known = (dataset.events ?? []).filter(isReceived).filter(({ person }) => person === manifest.person.id).flatMap((event) => event.key ?? []);
  return key === null || known.length === 0 || known.includes(key) ? [] : [problem('bundle-new-key', {}, { person: manifest.person.name }, 'warning')];
}

const otherVersion = (one: Incoming, { version }: Schema): readonly Problem[] =>
  one.bundle.schema.version === version || isIntroduction(one.bundle.manifest) ? [] : [problem('bundle-schema-differs', {}, { version: one.bundle.schema.version, own: version }, 'warning')];

/** Pieces that were made before these and never arrived. */
function gapsIn({ bundle }: Incoming, seen: ReadonlyMap<string, Seen>): readonly Problem[] {
  return bundle.manifest.ranges.flatMap(({ device, channel, from }) => {
    let missing = from - 1;
    while (missing > 0 && !seen.has(placeOf({ device, channel, sequence: missing }))) missing -= 1;
    return missing === from - 1 ? [] : [problem('bundle-gap', {}, { n: from - 1 - missing }, 'warning')];
  });
}

/** Does somebody know Entries of this device that it does not know itself, or knows otherwise? */
function knowsMoreOfUs({ project, device, dataset }: TakeInGround, { bundle }: Incoming): boolean {
  const own = seenEntries(dataset.events ?? []).filter((one) => one.device === device);
  const places = new Map(own.map((one) => [placeOf(one), one.hash]));
  const told = [
    ...bundle.manifest.heads.filter((one) => one.device === device),
    ...bundle.entries.filter((one) => one.device === device).map((entry) => ({ ...entry, hash: entryHash(entry) })),
  ];
  return told.some((one) => !isOfAnotherProject(one.channel, project) && places.get(placeOf(one)) !== one.hash);
}
