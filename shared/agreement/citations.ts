import { type Citation } from './metric.ts';

/** The papers that measures come from. */
export const citations = {
  cohen: {
    authors: 'Cohen, J.', year: 1960, title: 'A coefficient of agreement for nominal scales',
    where: 'Educational and Psychological Measurement 20(1), 37–46',
  },
  scott: {
    authors: 'Scott, W. A.', year: 1955, title: 'Reliability of content analysis: the case of nominal scale coding',
    where: 'Public Opinion Quarterly 19(3), 321–325',
  },
  fleiss: {
    authors: 'Fleiss, J. L.', year: 1971, title: 'Measuring nominal scale agreement among many raters',
    where: 'Psychological Bulletin 76(5), 378–382',
  },
  krippendorff1995: {
    authors: 'Krippendorff, K.', year: 1995, title: 'On the reliability of unitizing continuous data',
    where: 'Sociological Methodology 25, 47–76',
  },
  krippendorff2004: {
    authors: 'Krippendorff, K.', year: 2004, title: 'Content Analysis: An Introduction to Its Methodology',
    where: '2nd ed., Sage',
  },
  passonneau: {
    authors: 'Passonneau, R.', year: 2006, title: 'Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation',
    where: 'LREC 2006',
  },
  uAlpha: {
    authors: 'Krippendorff, K., Mathet, Y., Bouvry, S., Widlöcher, A.', year: 2016,
    title: 'On the reliability of unitizing textual continua: further developments', where: 'Quality & Quantity 50(6), doi:10.1007/s11135-015-0266-1',
  },
  gamma: {
    authors: 'Mathet, Y., Widlöcher, A., Métivier, J.-P.', year: 2015,
    title: 'The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment', where: 'Computational Linguistics 41(3), J15-3003',
  },
  fournier: { authors: 'Fournier, C.', year: 2013, title: 'Evaluating text segmentation using boundary edit distance', where: 'ACL 2013, P13-1167' },
  gwet: {
    authors: 'Gwet, K. L.', year: 2008, title: 'Computing inter-rater reliability and its variance in the presence of high agreement',
    where: 'British Journal of Mathematical and Statistical Psychology 61(1), 29–48',
  },
  hripcsak: {
    authors: 'Hripcsak, G., Rothschild, A. S.', year: 2005, title: 'Agreement, the F-measure, and reliability in information retrieval',
    where: 'JAMIA 12(3), 296–298',
  },
  semeval: {
    authors: 'Segura-Bedmar, I., Martínez, P., Herrero-Zazo, M.', year: 2013,
    title: 'SemEval-2013 Task 9: Extraction of drug-drug interactions from biomedical texts', where: 'SemEval 2013, S13-2056',
  },
  dice: {
    authors: 'Dice, L. R.', year: 1945, title: 'Measures of the amount of ecologic association between species',
    where: 'Ecology 26(3), 297–302',
  },
  jaccard: { authors: 'Jaccard, P.', year: 1912, title: 'The distribution of the flora in the alpine zone', where: 'New Phytologist 11(2), 37–50' },
  bootstrap: { authors: 'Efron, B., Tibshirani, R. J.', year: 1993, title: 'An Introduction to the Bootstrap', where: 'Chapman & Hall' },
} as const satisfies Record<string, Citation>;
