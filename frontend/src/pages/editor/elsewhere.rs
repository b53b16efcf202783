//! What other networks already run on what a new group is about: shown while one begins it, so that the group completes it
//! rather than do it again.

use super::chooser::choose;
use super::kinds;
use super::record::{Editor, Field};
use crate::browser;
use crate::data::{self, Loaded, Question};
use crate::ui::node::{live, told};
use aect_client::{Client, Error};
use aect_types::query::ListQuery;
use aect_types::{Resource, site};
use aect_words::pages::{editor as words, initiatives};
use leptos::prelude::*;
use serde_json::Value;

/// Typing rests for this many milliseconds before the server is asked.
const REST: i32 = 500;
/// Those that are shown.
const MOST: usize = 5;
/// Letters of a word that says something.
const LETTERS: usize = 4;
/// Words of the name that are looked for: the longest say the most.
const WORDS: usize = 2;
/// Where the focus stays when something was added.
const HEADING: &str = "ailleurs";

/// What is found, and the way to name it in the group.
pub(super) fn view(editor: Editor) -> AnyView {
    let Some(named) = editor.field("initiatives") else {
        return ().into_any();
    };
    let asked = Memo::new(move |_| questions(editor));
    let question = move || {
        let key = asked.get();
        (!key.is_empty()).then_some(Question { key, after: REST })
    };
    let found: Loaded<Vec<Value>> = data::load(question, all);
    live(move || {
        // It is never in the way: where the search fails there is nothing to say.
        let rows: Vec<AnyView> = found.value.with(|found| {
            let found = found.iter().flatten();
            found.map(|one| row(editor, named, one)).collect()
        });
        let language = editor.language;
        (!rows.is_empty()).then(|| {
            view! {
                <aside class="notice" aria-labelledby=HEADING>
                    <h2 id=HEADING tabindex="-1">{initiatives::ALREADY.of(language)}</h2>
                    <p>{initiatives::ALREADY_DETAIL.of(language)}</p>
                    <ul class="plain">{rows}</ul>
                </aside>
            }
            .into_any()
        })
    })
}

fn row(editor: Editor, named: Field, one: &Value) -> AnyView {
    let language = editor.language;
    let text = |name: &str| kinds::value(one, name).as_str().unwrap_or_default().to_owned();
    let (id, name) = (text("id"), text("name"));
    let href = site::record(Resource::ExternalInitiatives, &text("slug")).unwrap_or_default();
    let opens = words::NEW_WINDOW.of(language);
    let shown = name.clone();
    let add = move || {
        if named.rows.with(|rows| rows.iter().any(|row| row.key == id)) {
            return told("span", "hint", initiatives::ADDED.of(language));
        }
        let (key, label) = (id.clone(), name.clone());
        let said = [words::ADD.of(language), " ", &name].concat();
        let press = move |_| {
            choose(named, key.clone(), label.clone(), None, language);
            browser::focus(HEADING);
        };
        view! { <button type="button" class="tool" aria-label=said on:click=press>"+ " {words::ADD.of(language)}</button> }.into_any()
    };
    view! { <li><a href=language.place(&href) target="_blank">{shown} <span class="visually-hidden">" (" {opens} ")"</span></a> " " {live(add)}</li> }.into_any()
}

/// What is asked: by its themes, its countries, and the longest words of its name.
fn questions(editor: Editor) -> Vec<ListQuery> {
    let keys = |id: &str| {
        let rows = editor.field(id).map(|field| field.rows.get()).unwrap_or_default();
        rows.into_iter().map(|row| row.key).collect::<Vec<_>>()
    };
    let slugs = editor.around.with_value(|around| {
        let slug = |id: &String| around.options.theme_slugs.get(id).cloned();
        keys("themes").iter().filter_map(slug).collect()
    });
    let mut asked = Vec::new();
    for (filter, values) in [("theme", slugs), ("country", keys("countries"))] {
        if !values.is_empty() {
            let all = values.into_iter();
            asked.push(all.fold(some(), |query, value| query.with(filter, value)));
        }
    }
    let name = keys("name").concat();
    let long = |word: &&str| word.chars().count() >= LETTERS;
    let mut said: Vec<&str> = name.split_whitespace().filter(long).collect();
    said.sort_by_key(|word| std::cmp::Reverse(word.len()));
    asked.extend(said.into_iter().take(WORDS).map(|word| ListQuery {
        q: Some(word.to_owned()),
        ..some()
    }));
    asked
}

fn some() -> ListQuery {
    ListQuery {
        limit: u16::try_from(MOST).ok(),
        ..ListQuery::default()
    }
}

/// What any of the questions finds, each once.
async fn all(client: Client, asked: Vec<ListQuery>) -> Result<Vec<Value>, Error> {
    let mut all: Vec<Value> = Vec::new();
    for query in asked {
        let (found, _) = client.items(Resource::ExternalInitiatives, &query).await?;
        for one in found {
            if all.len() < MOST && !all.iter().any(|known| known.get("id") == one.get("id")) {
                all.push(one);
            }
        }
    }
    Ok(all)
}
