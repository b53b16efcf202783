//! Pictures and documents of a record.

use crate::Voice;
use crate::parts::section;
use aect_types::files::{File, FileRole};
use aect_words::pages::files as words;
use maud::{Markup, html};

/// The logo of an organisation, where it has one.
pub(crate) fn logo(files: &[File]) -> Markup {
    let logo = of_role(files, FileRole::Logo).next();
    html! { @if let Some(file) = logo { (picture(file, "record-logo", 320, "")) } }
}

/// The pictures, then the documents.
pub(crate) fn shown(files: &[File], voice: impl Voice) -> Markup {
    let pictures = html! {
        @for file in of_role(files, FileRole::Picture) {
            figure.photo {
                (picture(file, "", 1280, "(min-width: 62rem) 46rem, 100vw"))
                @if let Some(title) = &file.title { figcaption lang="fr" { (title) } }
            }
        }
    };
    let documents = html! {
        @for file in of_role(files, FileRole::Document) {
            li {
                a lang="fr" href=(file.url) download { @if let Some(title) = &file.title { (title) } }
                " " span.hint { "(PDF, " (weight(file.bytes, voice)) ")" }
            }
        }
    };
    html! {
        (section(words::PICTURES, &pictures, voice))
        @if !documents.0.is_empty() { section { h2 { (words::DOCUMENTS.of(voice.language())) } ul.plain { (documents) } } }
    }
}

fn of_role(files: &[File], role: FileRole) -> impl Iterator<Item = &File> {
    files.iter().filter(move |file| file.role == role)
}

/// A picture in the widths that it has; `usual` is that of a browser that chooses none.
fn picture(file: &File, class: &str, usual: i32, sizes: &str) -> Markup {
    let small = file.sizes.iter().find(|size| size.width == usual);
    let src = small.map_or(&file.url, |size| &size.url);
    let mut srcset = String::new();
    if !sizes.is_empty() {
        for size in &file.sizes {
            srcset.push_str(&[&size.url, " ", &size.width.to_string(), "w, "].concat());
        }
        srcset.push_str(&[&file.url, " ", &file.width.unwrap_or_default().to_string(), "w"].concat());
    }
    let srcset = (!sizes.is_empty()).then_some(srcset);
    let sizes = (!sizes.is_empty()).then_some(sizes);
    html! {
        img class=[(!class.is_empty()).then_some(class)] src=(src) srcset=[srcset] sizes=[sizes] lang="fr"
            alt=(file.alt.as_deref().unwrap_or_default()) width=[file.width] height=[file.height] loading="lazy" decoding="async";
    }
}

/// How much a file weighs: `1,2 Mo`, `35 ko`.
fn weight(bytes: i64, voice: impl Voice) -> String {
    let language = voice.language();
    if bytes < 100_000 {
        let count = voice.number((bytes / 1_000).max(1));
        return [&count, "\u{a0}", words::KILOBYTES.of(language)].concat();
    }
    let tenths = i32::try_from(bytes / 100_000).unwrap_or(i32::MAX);
    let count = voice.decimal(f64::from(tenths) / 10.0);
    [&count, "\u{a0}", words::MEGABYTES.of(language)].concat()
}
