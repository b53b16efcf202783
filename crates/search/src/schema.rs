//! The fields of the index, and how an entry becomes a document.

use crate::entry::Entry;
use crate::shelf::Shelf;
use crate::{points, words};
use aect_types::{Resource, Uuid, text};
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, Schema, SchemaBuilder, TextFieldIndexing,
    TextOptions,
};

/// Number of the rules by which text becomes terms and records become entries. Raise it with every change of
/// them, here or in `aect_types::text`: indexes written under another number are rebuilt.
pub(crate) const RULES: u32 = 2;

/// Longest sort key, in bytes. Names that agree so far are ordered by identifier; it keeps cursors short.
pub(crate) const NAME_MAX: usize = 120;

/// Longest whole name that is looked up as one term, in bytes; no question is that long.
const EXACT_MAX: usize = 1000;

/// Name of the column of a facet.
pub(crate) fn facet_column(facet: &str) -> String {
    format!("facet_{facet}")
}

/// Every facet of every list.
pub(crate) fn facet_names() -> BTreeSet<&'static str> {
    let filters = Resource::ALL.iter().flat_map(|resource| resource.spec().filters);
    filters
        .filter(|filter| filter.facet)
        .map(|filter| filter.name)
        .collect()
}

/// Names of the columns.
pub(crate) mod columns {
    pub(crate) const ID_HIGH: &str = "id_high";
    pub(crate) const ID_LOW: &str = "id_low";
    pub(crate) const SHELF: &str = "shelf";
    pub(crate) const NAME: &str = "name";
    pub(crate) const SHORT_NAME: &str = "short_name";
    pub(crate) const UPDATED_AT: &str = "updated_at";
    pub(crate) const START: &str = "start";
    pub(crate) const FIRST_DAY: &str = "first_day";
    pub(crate) const LAST_DAY: &str = "last_day";
    pub(crate) const POPULATION: &str = "population";
    pub(crate) const BUDGET: &str = "budget";
    pub(crate) const CODE: &str = "code";
    pub(crate) const POINTS: &str = "points";
    pub(crate) const COUNTRY_CENTS: &str = "country_cents";
}

/// The fields by name.
#[derive(Debug)]
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    /// The identifier, by which documents are replaced.
    pub(crate) id: Field,
    id_high: Field,
    id_low: Field,
    shelf_code: Field,
    /// Shelves and the values of filters.
    pub(crate) filters: Field,
    /// Whole names, aliases and codes.
    pub(crate) exact: Field,
    /// Stems of the words of names.
    pub(crate) name_stems: Field,
    /// Words of names.
    pub(crate) name_words: Field,
    /// Stems of all words.
    pub(crate) text_stems: Field,
    /// All words.
    pub(crate) text_words: Field,
    name: Field,
    short_name: Field,
    updated_at: Field,
    start: Field,
    first_day: Field,
    last_day: Field,
    population: Field,
    budget: Field,
    code: Field,
    points: Field,
    country_cents: Field,
    facets: Vec<(&'static str, Field)>,
}

/// The fields, the same for every index of this binary.
pub(crate) static FIELDS: LazyLock<Fields> = LazyLock::new(Fields::new);

fn terms(tokenizer: &str) -> TextOptions {
    TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    )
}

impl Fields {
    fn new() -> Self {
        let mut builder = SchemaBuilder::default();
        let strings = TextOptions::default().set_fast("raw");
        let numbers = NumericOptions::from(FAST);
        Self {
            id: builder.add_bytes_field("id", INDEXED),
            id_high: builder.add_u64_field(columns::ID_HIGH, numbers.clone()),
            id_low: builder.add_u64_field(columns::ID_LOW, numbers.clone()),
            shelf_code: builder.add_u64_field(columns::SHELF, numbers.clone()),
            filters: builder.add_text_field("filters", terms("raw")),
            exact: builder.add_text_field("exact", terms("raw")),
            name_stems: builder.add_text_field("name_stems", terms("whitespace")),
            name_words: builder.add_text_field("name_words", terms("whitespace")),
            text_stems: builder.add_text_field("text_stems", terms("whitespace")),
            text_words: builder.add_text_field("text_words", terms("whitespace")),
            name: builder.add_text_field(columns::NAME, strings.clone()),
            short_name: builder.add_text_field(columns::SHORT_NAME, strings.clone()),
            updated_at: builder.add_i64_field(columns::UPDATED_AT, numbers.clone()),
            start: builder.add_i64_field(columns::START, numbers.clone()),
            first_day: builder.add_i64_field(columns::FIRST_DAY, numbers.clone()),
            last_day: builder.add_i64_field(columns::LAST_DAY, numbers.clone()),
            population: builder.add_i64_field(columns::POPULATION, numbers.clone()),
            budget: builder.add_i64_field(columns::BUDGET, numbers.clone()),
            code: builder.add_i64_field(columns::CODE, numbers.clone()),
            points: builder.add_u64_field(columns::POINTS, numbers.clone()),
            country_cents: builder.add_u64_field(columns::COUNTRY_CENTS, numbers),
            facets: facet_names()
                .into_iter()
                .map(|facet| {
                    (
                        facet,
                        builder.add_text_field(&facet_column(facet), strings.clone()),
                    )
                })
                .collect(),
            schema: builder.build(),
        }
    }

    /// The document of an entry.
    pub(crate) fn document(&self, place: Shelf, id: Uuid, entry: &Entry) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        let (high, low) = id.as_u64_pair();
        document.add_bytes(self.id, id.as_bytes());
        document.add_u64(self.id_high, high);
        document.add_u64(self.id_low, low);
        document.add_u64(self.shelf_code, place.code());
        self.add_filters(&mut document, place, entry);
        self.add_names(&mut document, entry);
        self.add_words(&mut document, entry);
        self.add_numbers(&mut document, entry);
        document
    }

    fn add_filters(&self, document: &mut TantivyDocument, place: Shelf, entry: &Entry) {
        document.add_text(self.filters, place.term());
        let values: BTreeSet<&(&'static str, String)> = entry.filters.iter().collect();
        for (filter, value) in values {
            document.add_text(self.filters, place.filter_term(filter, value));
            if let Some((_, field)) = self.facets.iter().find(|(facet, _)| facet == filter) {
                document.add_text(*field, value);
            }
        }
    }

    fn add_names(&self, document: &mut TantivyDocument, entry: &Entry) {
        let name = text::fold(&entry.name);
        let short = words::without_article(&name);
        // A name of signs only still has a place: behind all others.
        let sorted = if name.is_empty() { "\u{10ffff}" } else { &name };
        document.add_text(self.name, words::cut(sorted, NAME_MAX));
        if short != name {
            document.add_text(self.short_name, words::cut(short, NAME_MAX));
        }
        let mut exact = BTreeSet::new();
        for whole in entry.names().chain(entry.codes.iter().map(String::as_str)) {
            let folded = text::fold(whole);
            exact.insert(words::without_article(&folded).to_owned());
            exact.insert(folded.replace(' ', ""));
            exact.insert(folded);
        }
        for whole in exact
            .iter()
            .filter(|whole| (1..=EXACT_MAX).contains(&whole.len()))
        {
            document.add_text(self.exact, whole);
        }
    }

    fn add_words(&self, document: &mut TantivyDocument, entry: &Entry) {
        let name_words = words::of_texts(entry.names());
        let mut text_words = words::of_texts(entry.text.iter().map(String::as_str));
        text_words.extend(
            entry
                .aliases
                .iter()
                .map(|alias| text::fold(alias).replace(' ', "")),
        );
        text_words.extend(name_words.iter().cloned());
        let codes = words::of_texts(entry.codes.iter().map(String::as_str));
        add_word_set(
            document,
            (self.name_stems, self.name_words),
            &name_words,
            &BTreeSet::new(),
        );
        add_word_set(document, (self.text_stems, self.text_words), &text_words, &codes);
    }

    fn add_numbers(&self, document: &mut TantivyDocument, entry: &Entry) {
        let days = entry.days;
        for (field, value) in [
            (self.updated_at, Some(entry.updated_at)),
            (self.start, entry.start),
            (self.first_day, days.map(|(first, _)| first)),
            (self.last_day, days.map(|(_, last)| last)),
            (self.population, entry.population),
            (self.budget, entry.budget_cents),
            (self.code, entry.code),
        ] {
            if let Some(value) = value {
                document.add_i64(field, value);
            }
        }
        for point in &entry.points {
            document.add_u64(self.points, points::pack(*point));
        }
        for (country, cents) in &entry.country_cents {
            document.add_u64(self.country_cents, points::pack_cents(country, *cents));
        }
    }
}

/// Words of a text are found by their stems; codes of few letters are not: the stem of «musée» is the code of
/// Mauritius.
fn add_word_set(
    document: &mut TantivyDocument,
    (stems_field, words_field): (Field, Field),
    words: &BTreeSet<String>,
    codes: &BTreeSet<String>,
) {
    let mut stems: BTreeSet<String> = words.iter().map(|word| text::stem(word)).collect();
    let no_stem_of_a_word = |code: &&String| {
        code.len() >= text::SHORTEST_STEMMED || code.bytes().any(|byte| byte.is_ascii_digit())
    };
    stems.extend(codes.iter().filter(no_stem_of_a_word).cloned());
    document.add_text(stems_field, joined(stems.iter()));
    document.add_text(words_field, joined(words.union(codes)));
}

fn joined<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut text = String::new();
    for word in words {
        text.push_str(word);
        text.push(' ');
    }
    text
}
