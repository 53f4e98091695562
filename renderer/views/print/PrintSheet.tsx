import { type CSSProperties } from 'react';
import { isolate } from '../../../shared/messages/isolate.ts';
import { type LabelDef } from '../../../shared/model/schema.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { type Translator } from '../../messages/translate.ts';
import { laneBackground } from './lane-background.ts';
import { type Badge, type Sheet } from './sheet.ts';
import { pageHeight } from './sheet-style.ts';

/** What stands above the text, besides the title. */
export interface SheetFacts {
  readonly title: string;
  readonly project: string;
  readonly annotator: string;
  readonly publisher: string | null;
  /** ISO 8601; when the Article was published, and when this was made. */
  readonly published: string | null;
  readonly made: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
}

interface PrintSheetProps {
  readonly messages: Translator;
  readonly facts: SheetFacts;
  readonly sheet: Sheet;
  /** 0 where there is no paper: then no page has a number. */
  readonly pages: number;
}

const colours = ({ colour: { light } }: LabelDef): CSSProperties => ({ borderColor: light.ink, background: light.tint });

/** One Article with its labels on paper: legend, text, table of what is said by whom. */
export function PrintSheet({ messages: { t, date, number, language }, facts, sheet, pages }: PrintSheetProps) {
  const nameOf = ({ name }: { readonly name: LabelDef['name'] }): string => name[language];
  /** As generated content: whoever copies the text gets the text. */
  const sign = ({ label, number: row }: Badge) => (
    <span className="sign" style={colours(label)} data-letter={row === null ? label.badge : `${label.badge} ${number(row)}`} lang="fa" aria-hidden />
  );
  return (
    <div className="sheet">
      {Array.from({ length: pages }, (_, page) => (
        <p key={page} className="page-number" style={{ insetBlockStart: (page + 1) * pageHeight - 26 }}>
          {t('print.page', { page: page + 1, pages })}
        </p>
      ))}
      <table className="frame">
        <thead>
          <tr>
            <td>
              <div className="running">
                <bdi>{facts.project}</bdi>
                <span>{t('print.made', { date: date(facts.made) })}</span>
              </div>
            </td>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td>
              <div className="foot" />
            </td>
          </tr>
        </tfoot>
        <tbody>
          <tr>
            <td>
              <h1 dir={directionOf(facts.title)}>{facts.title}</h1>
              <dl className="facts">
                {facts.publisher !== null && <Fact term={t('print.publisher')}>{facts.publisher}</Fact>}
                {facts.published !== null && <Fact term={t('print.published')}>{date(facts.published)}</Fact>}
                {facts.annotator !== '' && <Fact term={t('print.annotator')}>{facts.annotator}</Fact>}
              </dl>
              {sheet.legend.length > 0 && (
                <ul className="legend" aria-label={t('print.legend')}>
                  {sheet.legend.map((label) => (
                    <li key={label.id}>
                      {sign({ label, number: null })}
                      <span className="sample" style={laneBackground({ text: '', lanes: [label] })} />
                      <bdi>{nameOf(label)}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              <div className="text" lang={facts.language}>
                {sheet.paragraphs.map(({ direction, badges, segments }, index) => (
                  // The lines of a text never change.
                  <div key={index} className="paragraph">
                    <div className="gutter">
                      {badges.map((badge, place) => (
                        <span key={place}>{sign(badge)}</span>
                      ))}
                    </div>
                    <p dir={direction}>
                      {segments.map((segment, place) => (
                        <span key={place} style={laneBackground(segment)}>
                          {segment.text}
                        </span>
                      ))}
                    </p>
                  </div>
                ))}
              </div>
              {sheet.rows.length > 0 && (
                <>
                  <h2>{t('print.table')}</h2>
                  <table className="rows">
                    <thead>
                      <tr>
                        <th scope="col">{t('print.number')}</th>
                        <th scope="col">{t('print.words')}</th>
                        <th scope="col">{t('print.source')}</th>
                        <th scope="col">{t('print.links')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {sheet.rows.map((row) => (
                        <tr key={row.number}>
                          <td className="number">
                            {number(row.number)} {sign({ label: row.label, number: null })}
                          </td>
                          <td dir={directionOf(row.words)} lang={facts.language}>
                            {row.words}
                          </td>
                          <td dir={directionOf(row.source.join(' '))}>{row.source.map(isolate).join(t('annotate.separator')) || (row.nobody?.[language] ?? '—')}</td>
                          <td>
                            {row.links.map(({ relation, words, row: other }) => (
                              <div key={`${relation.type} ${words}`}>
                                <bdi>{nameOf(relation)}</bdi> <bdi>{other === null ? words : number(other)}</bdi>
                              </div>
                            ))}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </>
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>
      <bdi>{children}</bdi>
    </dd>
  </div>
);
