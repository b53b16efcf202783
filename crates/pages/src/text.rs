//! Aide, Données et API, Accessibilité, Mentions légales, Données personnelles: texts of the platform's own.

use crate::parts::heading;
use crate::{Sheet, Source, Voice};
use aect_types::site::{PublicPage, TextPage};
use aect_words::pages::texts as words;
use maud::{PreEscaped, html};

/// The page of a text.
pub(crate) async fn page<S: Source>(
    text: TextPage,
    source: &S,
    voice: impl Voice,
) -> Result<Sheet, S::Error> {
    let found = source.text(text.slug()).await?;
    let main = html! {
        article.prose lang=(found.language) {
            (heading(&found.title))
            p.lead { (found.summary) }
            (PreEscaped(&found.html))
            p.small { (words::UPDATED.of(voice.language())) " " (voice.date(found.updated_on)) "." }
        }
    };
    Ok(Sheet::new(
        &PublicPage::Text(text),
        found.title.clone(),
        found.summary.clone(),
        main,
    ))
}
