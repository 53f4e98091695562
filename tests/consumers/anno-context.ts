/**
 * The terms of http://www.w3.org/ns/anno.jsonld that Naql writes, after the vocabulary (https://www.w3.org/TR/annotation-vocab/): served from
 * memory, so that no test asks the network. A term that is missing here makes a safe expansion fail.
 */
export const annoContextUrl = 'http://www.w3.org/ns/anno.jsonld';

const link = (id: string) => ({ '@id': id, '@type': '@id' });
const number = (id: string) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' });

export const annoContext = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    as: 'http://www.w3.org/ns/activitystreams#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',

    id: { '@id': '@id', '@type': '@id' },
    type: { '@id': '@type', '@type': '@id' },

    Annotation: 'oa:Annotation',
    TextualBody: 'oa:TextualBody',
    SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    Person: 'foaf:Person',
    Software: 'as:Application',

    tagging: 'oa:tagging',
    linking: 'oa:linking',
    classifying: 'oa:classifying',
    identifying: 'oa:identifying',
    commenting: 'oa:commenting',
    questioning: 'oa:questioning',
    describing: 'oa:describing',

    body: link('oa:hasBody'),
    target: link('oa:hasTarget'),
    source: link('oa:hasSource'),
    selector: link('oa:hasSelector'),
    creator: link('dcterms:creator'),
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    value: 'rdf:value',
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    start: number('oa:start'),
    end: number('oa:end'),
    name: 'foaf:name',
  },
} as const;
