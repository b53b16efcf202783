//! Sets of documents by their terms.

use crate::Result;
use aect_types::text;
use tantivy::postings::TermInfo;
use tantivy::query::{
    AutomatonWeight, BitSetDocSet, ConstScorer, EmptyScorer, EnableScoring, FuzzyTermQuery, Query, Scorer,
    TermQuery, intersect_scorers,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, SegmentReader, Term};

/// The documents that bear at least one of some terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct AnyOf {
    terms: Vec<Term>,
    prefixes: Vec<Beginning>,
    typos: Vec<(Field, FuzzyTermQuery)>,
}

/// The words of a field that begin so. Those that are stemmed to that stem are left out: its own term has their
/// documents, and most words are then one list of documents rather than a union of several.
#[derive(Clone, Debug)]
struct Beginning {
    field: Field,
    text: String,
    stem: String,
}

impl AnyOf {
    /// Adds a term.
    pub(crate) fn term(&mut self, field: Field, text: &str) {
        self.terms.push(Term::from_field_text(field, text));
    }

    /// Adds the documents of a stem, and of the words that begin with the word that it comes from.
    pub(crate) fn begun(&mut self, stems: Field, words: Field, word: &str) {
        let stem = text::stem(word);
        self.term(stems, &stem);
        self.prefixes.push(Beginning {
            field: words,
            text: word.to_owned(),
            stem,
        });
    }

    /// Adds the terms at that distance; two neighbours swapped count as one change.
    pub(crate) fn typos(&mut self, field: Field, word: &str, distance: u8) {
        let term = Term::from_field_text(field, word);
        self.typos
            .push((field, FuzzyTermQuery::new(term, distance, true)));
    }

    /// Its documents in a segment, in order.
    pub(crate) fn documents(&self, reader: &SegmentReader) -> Result<Box<dyn Scorer>> {
        let mut postings = self.others(reader)?;
        // One term is by far the most frequent case, and tantivy intersects its own scorers of terms fastest.
        if let ([term], []) = (self.terms.as_slice(), postings.as_slice()) {
            let query = TermQuery::new(term.clone(), IndexRecordOption::Basic);
            let weight = query.weight(EnableScoring::disabled_from_schema(reader.schema()))?;
            return Ok(weight.scorer(reader, 1.0)?);
        }
        for term in &self.terms {
            let info = reader.inverted_index(term.field())?.get_term_info(term)?;
            postings.extend(info.map(|info| (term.field(), info)));
        }
        if postings.is_empty() {
            return Ok(Box::new(EmptyScorer));
        }
        let mut documents = BitSet::with_max_value(reader.max_doc());
        for (field, info) in &postings {
            let inverted = reader.inverted_index(*field)?;
            let mut blocks = inverted.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            while !blocks.docs().is_empty() {
                for document in blocks.docs() {
                    documents.insert(*document);
                }
                blocks.advance();
            }
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(documents), 1.0)))
    }

    /// The lists of documents to unite with those of the terms, with the field they belong to.
    fn others(&self, reader: &SegmentReader) -> Result<Vec<(Field, TermInfo)>> {
        let mut postings = Vec::new();
        for Beginning { field, text, stem } in &self.prefixes {
            let inverted = reader.inverted_index(*field)?;
            let mut stream = inverted
                .terms()
                .range()
                .ge(text)
                .lt(after_prefix(text))
                .into_stream()?;
            while stream.advance() {
                let same_stem =
                    |word: &str| word.len() >= text::SHORTEST_STEMMED && text::stem(word) == *stem;
                if !str::from_utf8(stream.key()).is_ok_and(same_stem) {
                    postings.push((*field, stream.value().clone()));
                }
            }
        }
        for (field, typo) in &self.typos {
            let automaton = AutomatonWeight::new(*field, typo.automaton()?);
            let infos = automaton.get_match_term_infos(reader)?;
            postings.extend(infos.into_iter().map(|info| (*field, info)));
        }
        Ok(postings)
    }
}

/// What comes right after everything that begins so: no UTF-8 text holds this byte.
pub(crate) fn after_prefix(prefix: &str) -> Vec<u8> {
    let mut end = prefix.as_bytes().to_vec();
    end.push(0xff);
    end
}

/// The documents that are in all sets.
pub(crate) fn in_all<'a>(
    sets: impl IntoIterator<Item = &'a AnyOf>,
    reader: &SegmentReader,
) -> Result<Box<dyn Scorer>> {
    let sets: Vec<Box<dyn Scorer>> = sets
        .into_iter()
        .map(|set| set.documents(reader))
        .collect::<Result<_>>()?;
    Ok(intersect_scorers(sets, reader.num_docs()))
}
