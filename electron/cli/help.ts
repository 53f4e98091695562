export const help = `Usage: naql COMMAND [OPTIONS]

  convert IN [IN...] --to FORMAT --out OUT   read everything, write it as one file (and what belongs beside it)
  validate PATH [PATH...]                    list what is wrong, as file:line: record: reason
  stats PATH [PATH...]                       count articles, annotations, relations
  export PROJECT --to FORMAT --out DIR       make a dataset folder: files, card, manifest, what is lost
  agree PATH [PATH...]                       how far people agree who marked the same texts
  bundle make PROJECT --out FILE             a project as one file for another laptop, or some of its articles
  bundle inspect FILE [FILE...]              what .naql files say of themselves
  bundle verify FILE [FILE...]               are they whole, and is their signature good?
  bundle take INTO FILE [FILE...]            what taking them in would do; with --out, the dataset after it
  adjudicate PATH [PATH...] --accept-unanimous --out OUT
                                             add what all agree on as a gold set; the rest is for people
  audit PROJECT                              who decided what of the gold sets, when and why, as CSV
  schema check FILE [FILE...]                list what is wrong with label schemas
  schema json-schema                         the JSON Schema of a schema.json
  schema diff FILE FILE                      what leads from one label schema to another; 1 if they differ
  formats                                    list the formats

PROJECT is a project's folder (the one with journal.ndjson), or anything that convert reads.
IN and PATH name a file, a folder with everything in it, or - for the standard input (with --from).
OUT names a file, which is replaced as a whole or not at all, or - for the standard output.

  --from FORMAT   read every file as this format; without it name and contents tell
  --unit UNIT     what offsets count in files that do not say it: utf-16, code-point or grapheme; without it the
                  edges of words decide, and where they cannot, what depends on it is left out
  --encoding NAME utf-8, utf-16le, utf-16be, windows-1256 or iso-8859-6: how texts, pages and tables are written; found out if not given
  --whole-page    all words of an HTML page, not its article alone
  --clean A,B     letters (Arabic ye and kaf), digits (Arabic digits), joints (half spaces): done once, and kept with the article
  --conll A=N,…     words and tags in columns without their tokens file: word=1,tag=4,scheme=iob1|iob2|bioes|bilou,joiner=blank|none
  --columns ROLE=NAME,…   which columns of a table hold text, title, published, publisher, url, licence, id; guessed if not given
  --to FORMAT     write this format
  -o, --out OUT   where to write
  --now TIME      when articles whose file says no time were taken in; 1970-01-01T00:00:00.000Z if not given,
                  so that every run on the same input gives the same bytes
  --json          answer with one JSON object

For export:
  --set WHOSE       mine, adjudicated, judgements, everything (the default) or an annotator's id
  --annotator ID    who "mine" is, where several people have annotated
  --state A,B       todo, in-progress, needs-review, done; every state if not given
  --label A,B       these labels alone
  --publisher NAME  articles of this publisher alone; may be given several times
  --selection FILE  all of this as JSON, as the export screen copies it; it also takes articles by id
  --since DAY, --until DAY   published between these days, both included (2024-08-02)
  --split 80/10/10  files for train, validation and test, in these parts
  --method NAME     auto (the default), hash, stratified or time
  --by UNIT         what is never divided: group (the default; near-duplicates) or publisher
  --seed TEXT       another seed, another division
  --validation-from DAY, --test-from DAY     for --method time
  --unseen-publisher NAME    held out in a file of its own; may be given several times
  --lock FILE, --lock-version V              a splits.lock.jsonl that stays as it is, and its release
  --text MODE       full (the default), offsets (no text; rehydrate.py brings it back) or windows:N
  --article-names   with windows: title, address and id of each article; otherwise a pseudonym alone
  --licences RULE   any (the default), stated (that of a release with texts), or a list A,B (\\, is a comma in a name); other articles are withheld and counted
  --notes           with free-text notes
  --names           annotators by name; otherwise by pseudonym
  --pseudonyms R    pseudonyms of this release
  --merge-people    one pseudonym for all people
  --secret FILE     what pseudonyms are made with, in hexadecimal; a project's folder has its own
  --release FILE    {"version", "date", "words", "definitions"}: refused while the card lacks a required fact

For agree:
  --metric A,B      measures by id; "all" for all of them; strict-f1, overlap-f1, relation-relaxed-f1, attribute-kappa if not given
  --role A,B        work, suggestion, adjudicated; work and adjudicated if not given
  --state A,B       todo, in-progress, needs-review, done; every state if not given
  --between A,B     these people alone, by their ids or as the answer calls them
  --difference A,B  how much better B agrees with a third person than A does, with an interval; the third is the only other
                    one there is, or the one whom --between names besides A and B
  --pairs           every two of them, too, and the means of pairs
  --csv             the table as CSV
  --reworked        articles that somebody handed in again after they were given back or opened count, too
  --methods         a text for a paper's section on methods, with sources
  --replicates N    of the bootstrap over articles that intervals come from; 2000 if not given, 0 for no intervals
  --seed N          of every draw; 1405 if not given

For bundle:
  --key FILE        with make: an Ed25519 private key in PEM, to sign with; without it the file is unsigned and marked so. Else the
                    X25519 key that opens envelopes (device-envelope-key.pem of a profile); without it they stay closed
  --article ID      with make: this article alone, with all work on it, as a project of its own; may be given several times

  --json          answer with one JSON object
  -h, --help      this page
  -V, --version   the version of Naql

Answers go to the standard output, complaints to the standard error.
Exit codes: 0 fine, 1 problems in the data, 2 wrong usage, 3 a file that cannot be read or written.
`;
